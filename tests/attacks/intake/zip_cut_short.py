"""Is the first half of a zip."""

from attack_corpus import packed

EXPECT = "can't be read"


def build(wrong, planted):
    data = packed({"q1_convolution.py": wrong.encode()})
    return {"half.zip": data[: len(data) // 2]}
