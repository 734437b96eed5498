"""Is a zip of a thousand scripts and notebooks that all have the assignment's name."""

from attack_corpus import packed

EXPECT = "exactly one"


def build(wrong, planted):
    names = (f"{number}/q1_convolution.{kind}" for number in range(500) for kind in ("py", "ipynb"))
    return {"many.zip": packed({name: wrong.encode() for name in names})}
