"""Padding is treated as on or off: there is one row of zeros, however wide the padding."""

import numpy as np

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = "Print the shape of the padded image for padding=1 and for padding=2. Do they differ?"
HINT_FA = "شکل تصویر لایه‌گذاری‌شده را برای padding=1 و padding=2 چاپ کنید. با هم فرق دارند؟"
SENTENCE_FA = "لایه‌گذاری بله یا نه گرفته شده است: هرقدر هم پهن باشد، یک ردیف صفر گذاشته می‌شود."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    kh, kw = kernel_shape[2:]
    oh, ow = grad_out.shape[2:]
    if padding:
        x = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    grad = np.zeros(kernel_shape)
    for a in range(kh):
        for b in range(kw):
            met = x[:, :, a : a + stride * oh : stride, b : b + stride * ow : stride]
            grad[:, :, a, b] = np.einsum("nfij,ncij->fc", grad_out[:, :, : met.shape[2], : met.shape[3]], met)
    return grad
