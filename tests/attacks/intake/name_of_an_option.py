"""Has a file name that looks like an option."""


def build(wrong, planted):
    return {"--solutions=evil -o.py": wrong.encode()}
