"""Only as many outputs as the kernel has rows and columns are used, so the other outputs are left out."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "padding", "stride")
HINT_EN = (
    "Give your function a 1x4 image of ones, a 1x2 kernel and an upstream gradient of ones. "
    "Each weight touches 3 outputs: do you get 3?"
)
HINT_FA = (
    "یک تصویر 1x4 از یک‌ها، هستهٔ 1x2 و گرادیان بالادستِ تماماً یک بدهید. "
    "هر وزن در 3 خروجی دست دارد: نتیجه 3 می‌شود؟"
)
SENTENCE_FA = "فقط به تعداد سطرها و ستون‌های هسته از خروجی‌ها به کار رفته است، پس خروجی‌های دیگر کنار مانده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    kh, kw = kernel_shape[-2:]
    near = np.zeros(grad_out.shape)
    near[..., :kh, :kw] = grad_out[..., :kh, :kw]
    return right_grad(x, near, kernel_shape, stride=stride, padding=padding)
