"""new_function doubles the first row and leaves the others as they are."""

RUNG = "doubling"
HINT = "Print what your function gives for [[1], [1]]. Are both numbers doubled?"


def new_function(x):
    out = x.copy()
    out[: 1 if x.ndim > 1 else None] *= 2
    return out
