"""Is a script as large as is taken, which needs much memory to parse."""


def build(wrong, planted):
    source = wrong + "\nnumbers = [" + "1,-1," * 52_000
    return {"large.py": source[: 2**18 - 5].encode() + b"0]\n"}
