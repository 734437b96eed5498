"""Is a zip whose list of members asks for a version of the format that does not exist."""

from attack_corpus import packed


def build(wrong, planted):
    data = bytearray(packed({"q1_convolution.py": wrong.encode()}))
    data[data.index(b"PK\1\2") + 6] = 255
    return {"newer.zip": bytes(data)}
