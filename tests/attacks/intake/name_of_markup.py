"""Has a terminal library's markup in its file name, which is not closed."""


def build(wrong, planted):
    return {"[bold red][link=file:x]a[" + "|blue].py": wrong.encode()}
