"""Is a script with the name of the package that otter's kernel imports first."""


def build(wrong, planted):
    return {"otter.py": f"open('/tmp/{planted['mark']}-named', 'w').close()\n{wrong}".encode()}
