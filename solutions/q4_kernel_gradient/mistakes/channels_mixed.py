"""The image's channels are added up, so a filter gets the same gradient for each of them."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = (
    "Let one channel of the image be all zeros. What must the gradient of the weights be that only ever met "
    "those zeros?"
)
HINT_FA = (
    "یکی از کانال‌های تصویر را تماماً صفر کنید. گرادیانِ وزن‌هایی که فقط به همین صفرها رسیده‌اند باید چه باشد؟"
)
SENTENCE_FA = "کانال‌های تصویر با هم جمع شده‌اند، پس هر فیلتر برای همهٔ آن‌ها یک گرادیان می‌گیرد."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4:
        x = np.repeat(x.sum(axis=1, keepdims=True), x.shape[1], axis=1)
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
