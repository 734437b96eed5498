"""Is a script whose lines end in every way there is, so that its line numbers lie."""


def build(wrong, planted):
    return {"lines.py": b"\xef\xbb\xbf" + wrong.replace("\n", "\r\n", 50).encode() + b"\r\x0c\n\x0b = 1\r"}
