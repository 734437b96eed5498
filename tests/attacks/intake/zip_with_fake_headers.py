"""Is a zip with one script, and 50,001 headers of members in it that are none."""

import zipfile

from attack_corpus import packed


def build(wrong, planted):
    return {
        "headers.zip": packed(
            {"q1_convolution.py": wrong.encode(), "a.txt": b"PK\1\2" * 50_001}, zipfile.ZIP_STORED
        )
    }
