"""Is a script with null bytes in it."""

EXPECT = "null bytes"


def build(wrong, planted):
    return {"null.py": wrong.encode() + b"\nx = '\0'\n"}
