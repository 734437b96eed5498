"""Returns a list in a list in a list, ten thousand times."""

EXPECT = "nested too deep"


def conv2d(*arguments, **keywords):
    nested = []
    for _ in range(10_000):
        nested = [nested]
    return nested


output_size = zero_pad = conv2d
