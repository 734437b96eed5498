"""Everything is counted on real arrays: windows by sliding over padded zeros, parameters by the size of the
weights.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _slide(x, window, strides, padding):
    if padding == "same":
        pads = []
        for n, k, s in zip(x.shape[:2], window, strides, strict=True):
            total = max(k - s if n % s == 0 else k - n % s, 0)
            pads.append((total // 2, total - total // 2))
        x = np.pad(x, [*pads, (0, 0)])
    return sliding_window_view(x, tuple(window), axis=(0, 1))[:: strides[0], :: strides[1]]


def summary(input_shape, layers):
    x, rows = np.zeros(input_shape), []
    for layer in layers:
        kind, padding, weights = layer["kind"], layer.get("padding", "valid"), []
        if kind == "conv2d":
            stride, filters = layer.get("stride", 1), layer["filters"]
            weights = [np.zeros((*layer["kernel"], x.shape[2], filters)), np.zeros(filters)]
            x = np.repeat(
                _slide(x, layer["kernel"], (stride, stride), padding)[:, :, :1, 0, 0], filters, axis=2
            )
        elif kind == "maxpool2d":
            stride = layer.get("stride")
            x = _slide(x, layer["pool"], layer["pool"] if stride is None else (stride, stride), padding).max(
                axis=(3, 4)
            )
        elif kind == "flatten":
            x = x.ravel()
        else:
            weights = [np.zeros((x.size, layer["units"])), np.zeros(layer["units"])]
            x = x @ weights[0] + weights[1]
        if not layer.get("use_bias", True):
            weights = weights[:1]
        rows.append((kind, (None, *x.shape), sum(w.size for w in weights)))
    return rows
