"""An object with __call__ that remembers its last input, as a layer of a network would."""

import numpy as np


class _Conv2DGradient:
    def __init__(self):
        self.x = None
        self.grad = None

    def __call__(self, x, grad_out, kernel_shape, stride=1, padding=0):
        self.x = x if x.ndim == 4 else x[None, None]
        upstream = grad_out if grad_out.ndim == 4 else grad_out[None, None]
        self.x = np.pad(self.x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        kh, kw = kernel_shape[-2:]
        self.grad = np.zeros((upstream.shape[1], self.x.shape[1], kh, kw))
        for n, f, i, j in zip(*np.nonzero(upstream), strict=True):
            self.grad[f] += (
                upstream[n, f, i, j]
                * self.x[n, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            )
        return self.grad.reshape(kernel_shape)


conv2d_kernel_grad = _Conv2DGradient()
