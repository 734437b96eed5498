"""Padding is forgotten as soon as there is a stride."""

import numpy as np

RUNG = "stride"
HINT_EN = (
    "Call your function with stride=2, padding=1 and with stride=2, padding=0 and the same arrays. "
    "Do the results differ?"
)
HINT_FA = (
    "تابعتان را با همان آرایه‌ها یک بار با stride=2, padding=1 و یک بار با stride=2, padding=0 صدا بزنید. "
    "نتیجه‌ها فرق دارند؟"
)
SENTENCE_FA = "همین که گامی در کار باشد، لایه‌گذاری فراموش می‌شود."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    kh, kw = kernel_shape[2:]
    oh, ow = grad_out.shape[2:]
    if stride == 1:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad = np.zeros(kernel_shape)
    for a in range(kh):
        for b in range(kw):
            met = x[:, :, a : a + stride * oh : stride, b : b + stride * ow : stride]
            grad[:, :, a, b] = np.einsum("nfij,ncij->fc", grad_out[:, :, : met.shape[2], : met.shape[3]], met)
    return grad
