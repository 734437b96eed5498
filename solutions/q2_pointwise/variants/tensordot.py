"""tensordot puts the new axis last and moveaxis brings it back:
the answer is not contiguous and read-only."""

import numpy as np


def conv1x1(x, w):
    out = np.moveaxis(np.tensordot(x, w, axes=([1], [1])), -1, 1)
    out.flags.writeable = False
    return out


def bottleneck(x, w1, w2):
    hidden = conv1x1(x, w1)
    out = conv1x1(hidden * (hidden > 0), w2)
    return out * (out > 0)
