"""Is a script without a byte in it."""


def build(wrong, planted):
    return {"empty.py": b""}
