"""Strides are computed from the shape, as if every array were contiguous in memory."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
HINT_EN = (
    "Call your function with big[:, ::2] and with big[:, ::2].copy(), which hold the same numbers. "
    "Do you get the same answer?"
)
HINT_FA = (
    "تابعتان را با big[:, ::2] و با big[:, ::2].copy() که همان عددها را دارند صدا بزنید. یک جواب می‌گیرید؟"
)
SENTENCE_FA = "فاصله‌ها در حافظه از روی شکل حساب شده‌اند، گویی هر آرایه پیوسته در حافظه است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2 and stride == 1 and padding == 0 and min(x.strides) > 0:
        oh, ow = grad_out.shape
        kh, kw = kernel_shape
        step, row = x.itemsize, x.shape[1] * x.itemsize
        windows = np.lib.stride_tricks.as_strided(x, (kh, kw, oh, ow), (row, step, row, step))
        return np.einsum("abij,ij->ab", windows, grad_out)
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
