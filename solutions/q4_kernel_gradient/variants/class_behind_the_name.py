"""A class whose __new__ returns the gradient."""

import numpy as np


class conv2d_kernel_grad:
    def __new__(cls, x, grad_out, kernel_shape, stride=1, padding=0):
        if x.ndim == 2:
            return cls(x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding)[0, 0]
        self = super().__new__(cls)
        self.x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        self.grad_out, self.stride = grad_out, stride
        return np.array(
            [
                [
                    [
                        [self.weight(f, c, a, b) for b in range(kernel_shape[3])]
                        for a in range(kernel_shape[2])
                    ]
                    for c in range(kernel_shape[1])
                ]
                for f in range(kernel_shape[0])
            ]
        )

    def weight(self, f, c, a, b):
        s, (oh, ow) = self.stride, self.grad_out.shape[2:]
        rows, columns = np.arange(oh) * s + a, np.arange(ow) * s + b
        return np.sum(self.grad_out[:, f] * self.x[:, c][:, rows][:, :, columns])
