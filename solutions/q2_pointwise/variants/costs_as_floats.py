"""Costs are floats that happen to be whole, the module's a NumPy array of floats."""

import numpy as np


def direct_cost(h, w, c_in, c_out, k):
    return float(np.prod(np.array([h, w, c_in, c_out, k, k], dtype=float)))


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return h * w * c_mid * (c_in + k**2.0 * c_out)


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    per_pixel = np.dot([c_in, c_in, r3, c_in, r5, c_in], [c1, r3, 9 * c3, r5, 25 * c5, pp])
    return np.array([h * w * per_pixel, c1 + c3 + c5 + pp], dtype=float)
