"""The image is not padded; where the window hangs over the edge, the slice is just shorter."""

import numpy as np

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = "Print the shape of the image that your loops see when padding=1. Is it two rows and two columns larger?"
HINT_FA = "شکل تصویری را که حلقه‌هایتان با padding=1 می‌بینند چاپ کنید. دو سطر و دو ستون بزرگ‌تر شده است؟"


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding)[0, 0]
    kh, kw = kernel_shape[2:]
    oh, ow = grad_out.shape[2:]
    grad = np.zeros(kernel_shape)
    for a in range(kh):
        for b in range(kw):
            met = x[:, :, a : a + stride * oh : stride, b : b + stride * ow : stride]
            grad[:, :, a, b] = np.einsum("nfij,ncij->fc", grad_out[:, :, : met.shape[2], : met.shape[3]], met)
    return grad
