import numpy as np


def conv1x1(x, w):
    raise NotImplementedError("conv1x1: write your code here")


def bottleneck(x, w1, w2):
    while x.min() > -5:
        x = np.maximum(x, 0)
    return x


def direct_cost(h, w, c_in, c_out, k):
    raise NotImplementedError("direct_cost: write your code here")


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    raise NotImplementedError("bottleneck_cost: write your code here")


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    raise NotImplementedError("inception_cost: write your code here")
