"""Is a zip in a zip in a zip."""

from attack_corpus import packed

EXPECT = "archives in archives"


def build(wrong, planted):
    data = packed({"q1_convolution.py": wrong.encode()})
    for _ in range(5):
        data = packed({"q1_convolution.zip": data})
    return {"nested.zip": data}
