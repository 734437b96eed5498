"""Has bytes in its file name that are no text."""


def build(wrong, planted):
    return {b"\xff\xfe\x80alice.py".decode("utf-8", "surrogateescape"): wrong.encode()}
