"""Is a zip without any file in it."""

from attack_corpus import packed

EXPECT = "exactly one"


def build(wrong, planted):
    return {"nothing.zip": packed({})}
