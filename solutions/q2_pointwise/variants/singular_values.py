"""Splits w into rank-one layers with an SVD and adds them."""

import numpy as np


def conv1x1(x, w):
    u, s, vt = np.linalg.svd(np.asarray(w, dtype=float), full_matrices=False)
    return sum(
        s[r] * u[:, r][None, :, None, None] * np.einsum("f,nfhw->nhw", vt[r], x)[:, None]
        for r in range(len(s))
    )
