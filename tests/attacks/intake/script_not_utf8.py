"""Is a script in another encoding than it says."""

EXPECT = "not UTF-8"


def build(wrong, planted):
    return {"latin.py": b"# coding: utf-7\n+AGkAbQBwAG8AcgB0-\n\xff" + wrong.encode()}
