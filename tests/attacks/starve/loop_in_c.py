"""Computes a number in C that takes years, where Python looks at no signal."""

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    return sum(range(10**15))
