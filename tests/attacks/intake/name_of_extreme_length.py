"""Has a file name as long as a file system takes."""


def build(wrong, planted):
    return {"é" * 125 + ".py": wrong.encode()}
