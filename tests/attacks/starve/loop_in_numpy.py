"""Multiplies matrices for hours."""

import numpy as np

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    matrix = np.ones((4000, 4000))
    while True:
        matrix = matrix @ matrix
