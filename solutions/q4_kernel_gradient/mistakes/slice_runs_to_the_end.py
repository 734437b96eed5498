"""Every s-th pixel is taken up to the end of the image, where leftover pixels may give one too many."""

import numpy as np

RUNG = "stride"
HINT_EN = (
    "With a 1x5 image, a 1x2 kernel and stride 2 there are two outputs. How many pixels are in x[:, ::2]?"
)
HINT_FA = "با تصویر 1x5، هستهٔ 1x2 و گام 2 دو خروجی داریم. در x[:, ::2] چند پیکسل هست؟"
SENTENCE_FA = (
    "از هر s پیکسل یکی تا پایان تصویر برداشته شده است، جایی که پیکسل‌های باقی‌مانده ممکن است یکی زیاد بدهند."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    kh, kw = kernel_shape[2:]
    oh, ow = grad_out.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad = np.zeros(kernel_shape)
    for a in range(kh):
        for b in range(kw):
            met = x[:, :, a : a + oh, b : b + ow] if stride == 1 else x[:, :, a::stride, b::stride]
            grad[:, :, a, b] = np.einsum("nfij,ncij->fc", grad_out, met)
    return grad
