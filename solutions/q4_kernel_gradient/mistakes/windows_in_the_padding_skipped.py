"""Outputs whose window reaches into the padding are skipped."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = (
    "Let the output in the corner be the only one that matters, with padding=1. "
    "Its window has pixels, too: which weights met them?"
)
HINT_FA = "با padding=1 فقط خروجی گوشه را مهم کنید. پنجرهٔ آن هم پیکسل دارد: کدام وزن‌ها به آن‌ها رسیدند؟"
SENTENCE_FA = "خروجی‌هایی که پنجره‌شان به لایه‌گذاری می‌رسد نادیده گرفته شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    kept = grad_out.copy()
    for axis in (-2, -1):
        first = np.arange(grad_out.shape[axis]) * stride - padding  # where each window begins in the image
        outside = (first < 0) | (first + kernel_shape[axis] > x.shape[axis])
        kept = np.where(outside[:, None] if axis == -2 else outside, 0, kept)
    return right_grad(x, kept, kernel_shape, stride=stride, padding=padding)
