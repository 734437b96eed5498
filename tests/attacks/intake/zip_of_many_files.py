"""Is a zip of a hundred thousand files."""

from attack_corpus import packed

EXPECT = "more than"


def build(wrong, planted):
    return {"many.zip": packed({f"{number}.py": b"" for number in range(100_000)})}
