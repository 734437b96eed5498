"""Is a zip packed by a method that needs much memory to unpack."""

import zipfile

from attack_corpus import packed

EXPECT = "unusual way|too large"


def build(wrong, planted):
    return {
        "bomb.zip": packed({"q1_convolution.py": b"#" * 4_000_000}, zipfile.ZIP_LZMA),
    }
