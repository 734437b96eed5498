"""Costs are np.int64 and no int, as long as 64 bits can hold them."""

from math import prod

import numpy as np


def boxed(number):
    return np.int64(number) if number < 2**63 else number


def direct_cost(h, w, c_in, c_out, k):
    return boxed(prod([h, w, c_in, c_out, k, k]))


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return boxed(h * w * c_mid * (c_in + k * k * c_out))


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    per_pixel = c_in * (c1 + r3 + r5 + pp) + 9 * r3 * c3 + 25 * r5 * c5
    return boxed(h * w * per_pixel), np.sum([c1, c3, c5, pp])
