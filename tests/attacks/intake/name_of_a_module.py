"""Has the name of a module that its own code, or the grader, imports."""


def build(wrong, planted):
    return {"numpy.py": wrong.encode()}
