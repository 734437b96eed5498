"""im2col with as_strided: for a 1x1 kernel the columns are a view of the image."""

import numpy as np


def conv1x1(x, w):
    n, f, h, width = x.shape
    sn, sf, sh, sw = x.strides
    columns = np.lib.stride_tricks.as_strided(x, (n, h, width, f), (sn, sh, sw, sf))
    return np.stack([columns @ filter_ for filter_ in w], axis=1)
