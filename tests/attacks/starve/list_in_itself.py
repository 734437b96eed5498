"""Returns a list that contains itself."""

EXPECT = "nested too deep"


def conv2d(*arguments, **keywords):
    nested = []
    nested.append(nested)
    return nested


output_size = zero_pad = conv2d
