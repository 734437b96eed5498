"""Computes in single precision, as deep-learning libraries do."""

import numpy as np


def conv1x1(x, w):
    return np.matmul(w.astype(np.float32), x.reshape(*x.shape[:2], -1).astype(np.float32)).reshape(
        len(x), len(w), *x.shape[2:]
    )
