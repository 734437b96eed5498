"""Costs are floats that happen to be whole, as long as a float can hold them."""

from math import prod


def whole(number):
    return float(number) if number < 2**53 else number


def direct_cost(h, w, c_in, c_out, k):
    return whole(prod([h, w, c_in, c_out, k, k]))


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return whole(h * w * c_mid * (c_in + k**2 * c_out))


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    per_pixel = c_in * (c1 + r3 + r5 + pp) + 9 * r3 * c3 + 25 * r5 * c5
    return whole(h * w * per_pixel), whole(c1 + c3 + c5 + pp)
