"""Returns dicts whose keys have equal hashes, as many as are read, and as deep."""

EXPECT = "conv2d"


def conv2d(*arguments, **keywords):
    slow = {((place * (2**61 - 1),) * 20,): 0 for place in range(60)}
    return tell([slow] * 30)


output_size = zero_pad = conv2d
