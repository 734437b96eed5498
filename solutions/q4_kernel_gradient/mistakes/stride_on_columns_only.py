"""The stride is used from column to column only, not from row to row."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_gradient

RUNG = "stride"
HINT_EN = "Take a 4x1 image, a 1x1 kernel and stride=2. Which pixels count?"
HINT_FA = "تصویری ۴×۱، هسته‌ای ۱×۱ و stride=2 بگیرید. کدام پیکسل‌ها به حساب می‌آیند؟"
SENTENCE_FA = "گام فقط از ستونی به ستون دیگر به کار می‌رود، نه از سطری به سطر دیگر."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    spread = np.zeros((*grad_out.shape[:-1], (grad_out.shape[-1] - 1) * stride + 1))
    spread[..., ::stride] = grad_out
    return right_gradient(x, spread, kernel_shape, padding=padding)
