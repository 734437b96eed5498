"""Is a zip whose only script does not have the sum that is told for it."""

from attack_corpus import packed

EXPECT = "can't be read"


def build(wrong, planted):
    data = bytearray(packed({"q1_convolution.py": wrong.encode()}))
    data[200] ^= 0xFF
    return {"damaged.zip": bytes(data)}
