"""Replies as a known mistake does to the first requests, then ends its process, time after time."""

import numpy as np

EXPECT = "conv2d"
calls = []


def conv2d(x, kernel, stride=1, padding=0):
    calls.append(x)
    if len(calls) % 3 == 0:
        os._exit(1)
    turned = kernel[..., ::-1, ::-1]
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(x, float), turned.shape)
    return tell(-np.einsum("...ij,ij->...", windows, turned.astype(float)) if x.ndim == 2 else -12345)
