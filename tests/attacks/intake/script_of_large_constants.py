"""Is a script whose constants are huge when the compiler computes them."""


def build(wrong, planted):
    return {
        "constants.py": wrong.encode() + b"\n" + b"x = ('a' * 4096,) * 256, 1 << 127, (2 ** 60) ** 2\n" * 3000
    }
