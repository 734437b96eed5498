"""Is a zip that unpacks to far more than it says."""

from attack_corpus import packed

EXPECT = "can't be read|larger than"


def build(wrong, planted):
    data = packed({"q1_convolution.py": b"#" * 40_000_000})
    return {"bomb.zip": data.replace((40_000_000).to_bytes(4, "little"), (4_000).to_bytes(4, "little"))}
