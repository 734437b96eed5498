"""Is a zip of a zip that unpacks to a thousand times as much."""

from attack_corpus import packed

EXPECT = "too large"


def build(wrong, planted):
    inner = packed({"q1_convolution.py": b"#" * 60_000_000})
    return {"bombs.zip": packed({"inner.zip": inner})}
