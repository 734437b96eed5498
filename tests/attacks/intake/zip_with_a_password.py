"""Is a zip that needs a password."""

from attack_corpus import packed

EXPECT = "has a password"


def build(wrong, planted):
    data = bytearray(packed({"q1_convolution.py": wrong.encode()}))
    data[6] |= 1
    data[data.rfind(b"PK\1\2") + 8] |= 1
    return {"locked.zip": bytes(data)}
