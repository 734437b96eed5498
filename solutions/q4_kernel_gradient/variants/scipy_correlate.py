"""scipy slides the upstream gradient, spread out by the stride, over the image."""

import numpy as np
from scipy.signal import correlate2d


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4:
        f, c = kernel_shape[:2]
        return np.array(
            [
                [
                    sum(
                        conv2d_kernel_grad(x[n, k], grad_out[n, g], kernel_shape[2:], stride, padding)
                        for n in range(len(x))
                    )
                    for k in range(c)
                ]
                for g in range(f)
            ]
        )
    kh, kw = kernel_shape
    spread = np.zeros(((grad_out.shape[0] - 1) * stride + 1, (grad_out.shape[1] - 1) * stride + 1))
    spread[::stride, ::stride] = grad_out
    return correlate2d(np.pad(x, padding), spread, mode="valid")[:kh, :kw]
