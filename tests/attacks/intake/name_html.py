"""Has HTML in its file name."""


def build(wrong, planted):
    return {"<img src=x onerror=alert(1)>\"'&{{7*7}}.py": wrong.encode()}
