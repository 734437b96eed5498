"""einsum, in the other order of operands; integer images give integer results."""

import numpy as np


def conv1x1(x, w):
    return np.einsum("nfhw,gf->nghw", x, w)


def bottleneck(x, w1, w2):
    return np.einsum("nfhw,gf->nghw", np.einsum("nfhw,gf->nghw", x, w1).clip(0), w2).clip(0)
