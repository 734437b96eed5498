"""Returns generators, which are another thing each time one looks."""

import itertools


def conv2d(*arguments, **keywords):
    return (value for value in itertools.repeat([3.0], 2))


zero_pad = conv2d
output_size = lambda *arguments, **keywords: (size for size in (3, 5, 1))
laplacian_response = (row for row in [])
misprinted_cell = iter(())
