"""Everything in float32; coefficients as a list of arrays."""

import numpy as np

coefficients = [
    [np.array([[2, 3], [3, 1]], dtype=np.float32), np.array([[3, 4], [1, 5]], dtype=np.int8)],
    [np.array([[3, 1], [4, -1]]), np.array([[1, 5], [-1, -2]])],
]


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    x, grad_out = x.astype("f4"), grad_out.astype("f4")
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)
    (kh, kw), (oh, ow) = kernel_shape[-2:], grad_out.shape[-2:]
    met = np.stack(
        [
            x[..., a : a + stride * oh : stride, b : b + stride * ow : stride].astype("f4")
            for a in range(kh)
            for b in range(kw)
        ]
    )  # (KH * KW, [N, C,] OH, OW)
    if x.ndim == 2:
        return np.einsum("kij,ij->k", met, grad_out).reshape(kernel_shape)
    return np.einsum("kncij,nfij->fck", met, grad_out).reshape(kernel_shape)
