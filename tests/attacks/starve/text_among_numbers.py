"""Returns one long text among many numbers: as an array, each entry would reserve the length of the text."""

EXPECT = "conv2d"


def conv2d(*arguments, **keywords):
    return tell([*[1.5] * 20_000, "x" * 1_000_000])


output_size = zero_pad = conv2d
