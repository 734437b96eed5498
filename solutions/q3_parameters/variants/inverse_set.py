"""consistent_inputs gathers a set."""

from itertools import product


def consistent_inputs(max_size=32, max_stride=2):
    candidates = product(range(1, max_size + 1), range(1, max_stride + 1), ("valid", "same"))
    return {(n, s, p) for n, s, p in candidates if (n + s - 1 if p == "same" else n - 3 + s) // s == 14}
