"""Has the name of the first row of the class's table."""


def build(wrong, planted):
    return {"points-per-question.py": wrong.encode()}
