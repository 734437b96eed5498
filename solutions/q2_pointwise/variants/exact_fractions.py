"""Computes exactly, in object arrays of Fractions."""

from fractions import Fraction

import numpy as np


def conv1x1(x, w):
    exact_x, exact_w = np.vectorize(Fraction, otypes=[object])(x), np.vectorize(Fraction, otypes=[object])(w)
    return np.tensordot(exact_w, exact_x, axes=(1, 1)).swapaxes(0, 1)


def bottleneck(x, w1, w2):
    return np.maximum(conv1x1(np.maximum(conv1x1(x, w1), 0), w2), 0)
