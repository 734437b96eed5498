"""stride and padding by name only, in another order; fast slices and a plain sum."""

import numpy as np


def conv2d_kernel_grad(x, grad_out, kernel_shape, *, padding=0, stride=1):
    *_, kh, kw = kernel_shape
    *_, oh, ow = grad_out.shape
    if x.ndim == 2:
        x = np.pad(x, padding)
        return np.array(
            [
                [(grad_out * x[a:, b:][::stride, ::stride][:oh, :ow]).sum() for b in range(kw)]
                for a in range(kh)
            ]
        )
    filters, channels = kernel_shape[0], kernel_shape[1]
    return np.array(
        [
            [
                np.sum(
                    [
                        conv2d_kernel_grad(x[n, c], grad_out[n, f], (kh, kw), padding=padding, stride=stride)
                        for n in range(x.shape[0])
                    ],
                    axis=0,
                )
                for c in range(channels)
            ]
            for f in range(filters)
        ]
    )
