"""Is two files that could both be meant. Both loop, to use the time of a submission twice."""

from attack_corpus import packed

EXPECT = "used up|in time|no answer|did not come back|not finish"


def build(wrong, planted):
    loop = "def output_size(*sizes):\n    while True:\n        pass\n"
    names = ("q1_convolution.py", "q1_convolution (1).py")
    return {"two.zip": packed({name: f"{wrong}\n{loop}# {name}\nx = {name!r}\n".encode() for name in names})}
