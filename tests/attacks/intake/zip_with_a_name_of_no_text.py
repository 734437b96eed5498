"""Is a zip with a member whose name claims to be UTF-8 and is not."""

from attack_corpus import packed


def build(wrong, planted):
    name = "\u00e9\u00e9"
    data = packed({"q1_convolution.py": wrong.encode(), name: b""})
    return {"no_text.zip": data.replace(name.encode(), b"\xff\xfe\xfd\xfc")}
