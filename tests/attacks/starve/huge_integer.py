"""Returns an integer of a million digits."""

EXPECT = "digits"


def conv2d(*arguments, **keywords):
    return 1 << 4_000_000


output_size = zero_pad = conv2d
