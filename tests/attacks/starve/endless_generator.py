"""Returns a generator that never ends."""

import itertools


def conv2d(*arguments, **keywords):
    return itertools.count()


output_size = zero_pad = conv2d
laplacian_response = itertools.cycle([1])
