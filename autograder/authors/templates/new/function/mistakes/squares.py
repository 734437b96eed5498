"""new_function squares instead of doubling."""

RUNG = "doubling"
HINT = "What is twice 3, and what does your function give for it?"


def new_function(x):
    return x**2
