"""Treats the 1x1 case as any other: kernels of shape (F1, F, 1, 1), windows from sliding_window_view,
with prints on the way."""

import numpy as np


def conv1x1(x, w):
    kernel = np.reshape(w, (*np.shape(w), 1, 1))
    windows = np.lib.stride_tricks.sliding_window_view(
        x, kernel.shape[2:], axis=(2, 3)
    )  # (N, F, OH, OW, KH, KW)
    print("windows", windows.shape, "kernel", kernel.shape)
    return np.einsum("nfhwab,gfab->nghw", windows, kernel)


def direct_cost(h, w, c_in, c_out, k):
    before, after = (k - 1) // 2, k // 2
    oh, ow = h + before + after - k + 1, w + before + after - k + 1
    print(f"output {oh} x {ow}")
    return oh * ow * c_out * (c_in * k * k)
