"""Is a script of calls and attributes that are chained ninety thousand times."""


def build(wrong, planted):
    return {"chained.py": wrong.encode() + b"\nx = 1" + b"." + b".a" * 60_000 + b"()" * 40_000}
