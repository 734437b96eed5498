"""Is a zip of a thousand zips, each of which could be the submission."""

from attack_corpus import packed

EXPECT = "1000 archives"


def build(wrong, planted):
    inner = packed({"q1_convolution.py": wrong.encode()})
    return {"many.zip": packed({f"{number}.zip": inner for number in range(1_000)})}
