import numpy as np

laplacian_response = [
    [0, 20, -70, 20, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 20, -70, 20, 0],
]
misprinted_cell = (0, 3)


def output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel) // stride + 1


def zero_pad(x, padding):
    x = np.asarray(x)
    return np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)


def conv2d(x, kernel, stride=1, padding=0):
    x, kernel = np.asarray(x, float), np.asarray(kernel, float)
    if x.ndim == 2:
        return conv2d(x[None, None], kernel[None, None], stride, padding)[0, 0]
    w = np.lib.stride_tricks.sliding_window_view(zero_pad(x, padding), kernel.shape[2:], axis=(2, 3))
    return np.einsum("ncijab,fcab->nfij", w[:, :, ::stride, ::stride], kernel)
