"""Returns a small list that is huge when it is written out: each level holds the next one twice."""

EXPECT = "no answer after|more than"


def conv2d(*arguments, **keywords):
    nested = [1.0]
    for _ in range(38):
        nested = [nested, nested]
    return nested


output_size = zero_pad = conv2d
