"""Is a zip of forty kilobytes that unpacks to forty megabytes."""

from attack_corpus import packed

EXPECT = "too large"


def build(wrong, planted):
    return {"bomb.zip": packed({"q1_convolution.py": b"#" * 40_000_000})}
