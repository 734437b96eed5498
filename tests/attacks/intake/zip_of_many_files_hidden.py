"""Is a zip whose table of contents says that it has more files than are there."""

from attack_corpus import packed

EXPECT = "can't be read|exactly one"


def build(wrong, planted):
    data = packed({"q1_convolution.py": wrong.encode()})
    end = data.rfind(b"PK\5\6")
    return {
        "many.zip": data[: end + 8]
        + b"\xff\xff\xff\xff"
        + data[end + 12 : end + 12]
        + b"\xff\xff\xff\x7f"
        + data[end + 16 :]
    }
