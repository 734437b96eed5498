"""Costs come out of np.prod, so they are np.int64 and no int."""

import numpy as np


def direct_cost(h, w, c_in, c_out, k):
    return np.prod([h, w, c_in, c_out, k, k])


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return np.sum([direct_cost(h, w, c_in, c_mid, 1), direct_cost(h, w, c_mid, c_out, k)])


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    reduced = np.array([bottleneck_cost(h, w, c_in, r3, c3, 3), bottleneck_cost(h, w, c_in, r5, c5, 5)])
    return reduced.sum() + direct_cost(h, w, c_in, c1 + pp, 1), np.sum([c1, c3, c5, pp])
