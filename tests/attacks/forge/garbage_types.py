"""Returns everything that the wire can carry, where it was not asked for."""

import numpy as np

GARBAGE = [
    True,
    b"\0" * 8,
    "3",
    {},
    {"points": 40},
    [[]],
    [[], [1]],
    (),
    1j,
    10**3000,
    [np.zeros((2, 0)), 1],
    [[None]],
    np.array("3"),
    {(): []},
]
CALLS = []


def conv2d(*arguments, **keywords):
    CALLS.append(1)
    return GARBAGE[len(CALLS) % len(GARBAGE)]


output_size = zero_pad = conv2d
laplacian_response, misprinted_cell = [[10**400] * 5] * 5, {"row": 0, "column": 3}
