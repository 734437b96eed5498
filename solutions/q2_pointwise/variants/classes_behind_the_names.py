"""A callable object for one name, a class whose __new__ gives the result for another,
a partial for a third."""

from functools import partial

import numpy as np


class Pointwise:
    def __init__(self, activation):
        self.activation = activation

    def __call__(self, x, w):
        return self.activation(np.einsum("gf,nfhw->nghw", w, x))


conv1x1 = Pointwise(np.positive)
_with_relu = Pointwise(partial(np.maximum, 0))


class bottleneck:
    def __new__(cls, x, w1, w2):
        return _with_relu(_with_relu(x, w1), w2)
