"""consistent_inputs solves for the size: 13 s + 3 .. 14 s + 2 'valid', 13 s + 1 .. 14 s 'same';
keyword-only, limits in another order.
"""


def consistent_inputs(*, max_stride=2, max_size=32):
    found = []
    for s in range(1, max_stride + 1):
        found += [(size, s, "valid") for size in range(13 * s + 3, min(14 * s + 2, max_size) + 1)]
        found += [(size, s, "same") for size in range(13 * s + 1, min(14 * s, max_size) + 1)]
    return found
