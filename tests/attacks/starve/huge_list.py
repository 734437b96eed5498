"""Returns a list of ten million numbers."""

EXPECT = "more than"


def conv2d(*arguments, **keywords):
    return [1.5] * 10**7


output_size = zero_pad = conv2d
