"""Is a zip with a member that lies above its own folder."""

from attack_corpus import packed

EXPECT = "outside its own folder"


def build(wrong, planted):
    return {"dots.zip": packed({"../../../q1_convolution.py": wrong.encode()})}
