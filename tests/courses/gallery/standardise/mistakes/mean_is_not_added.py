"""backward multiplies by the scale and does not add the mean."""

RUNG = "backward"
HINT = "Which two steps has forward, and what undoes each?"


def backward(z, cache):
    return z * cache[1]
