"""The number of windows is computed from the unpadded image, so the last outputs are left out."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = (
    "With padding=1, print how many rows and columns your loop over the outputs has, "
    "and the shape of grad_out next to it."
)
HINT_FA = (
    "با padding=1 چاپ کنید که حلقهٔ شما روی خروجی‌ها چند سطر و ستون می‌پیماید، "
    "و شکل grad_out را هم کنارش بنویسید."
)
SENTENCE_FA = "تعداد پنجره‌ها از تصویر لایه‌گذاری‌نشده حساب شده است، پس خروجی‌های آخر کنار مانده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    rows, columns = ((n - k) // stride + 1 for n, k in zip(x.shape[-2:], kernel_shape[-2:], strict=True))
    counted = np.zeros(grad_out.shape)
    counted[..., : max(rows, 0), : max(columns, 0)] = grad_out[..., : max(rows, 0), : max(columns, 0)]
    return right_grad(x, counted, kernel_shape, stride=stride, padding=padding)
