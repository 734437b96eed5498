"""The names hold objects with a __call__ instead of functions."""

import numpy as np


class _Layer:
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, x, kernel):
        image = np.pad(x.astype(float), ((0, 0), (0, 0), (self.padding,) * 2, (self.padding,) * 2))
        f, _, kh, kw = kernel.shape
        tops, lefts = (
            range(0, image.shape[2] - kh + 1, self.stride),
            range(0, image.shape[3] - kw + 1, self.stride),
        )
        out = np.empty((len(x), f, len(tops), len(lefts)))
        for row, i in enumerate(tops):
            for column, j in enumerate(lefts):
                out[:, :, row, column] = np.tensordot(
                    image[:, :, i : i + kh, j : j + kw], kernel, axes=((1, 2, 3), (1, 2, 3))
                )
        return out


class _Convolution:
    def __call__(self, x, kernel, stride=1, padding=0):
        layer = _Layer(stride, padding)
        return (
            layer.forward(x, kernel)
            if x.ndim == 4
            else layer.forward(x[None, None], kernel[None, None])[0, 0]
        )


conv2d = _Convolution()
