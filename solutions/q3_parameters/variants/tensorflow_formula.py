"""'valid' as TensorFlow writes it: ceil((n - k + 1) / stride); floats on the way, int at the end."""

import numpy as np


def _places(n, k, stride, padding):
    return int(np.ceil(float(n if padding == "same" else n - k + 1) / float(stride)))
