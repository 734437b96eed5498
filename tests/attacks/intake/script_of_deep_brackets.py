"""Is a script of two hundred thousand brackets, one in the other."""


def build(wrong, planted):
    return {"deep.py": wrong.encode() + b"\nx = " + b"(" * 100_000 + b")" * 100_000}
