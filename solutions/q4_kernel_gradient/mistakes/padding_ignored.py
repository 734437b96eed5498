"""No zeros stand above the image and to its left,
so windows that should begin in the padding begin at its corner."""

import numpy as np

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = "Print the image that your loops see when it is 1x1 and padding=1. Where in it is the pixel?"
HINT_FA = "تصویری را که حلقه‌هایتان برای یک تصویر 1x1 با padding=1 می‌بینند چاپ کنید. پیکسل کجای آن است؟"
SENTENCE_FA = (
    "بالا و چپ تصویر صفری نیست، پس پنجره‌هایی که باید در لایه‌گذاری شروع شوند از گوشهٔ تصویر شروع می‌شوند."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    kh, kw = kernel_shape[2:]
    oh, ow = grad_out.shape[2:]
    grad = np.zeros(kernel_shape)
    for a in range(kh):
        for b in range(kw):
            met = x[:, :, a : a + stride * oh : stride, b : b + stride * ow : stride]
            grad[:, :, a, b] = np.einsum("nfij,ncij->fc", grad_out[:, :, : met.shape[2], : met.shape[3]], met)
    return grad
