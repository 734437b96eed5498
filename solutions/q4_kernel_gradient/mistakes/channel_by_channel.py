"""Filter f is paired with channel f only, as in a depthwise convolution; all other pairs stay 0."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = (
    "How many numbers does a filter of shape (3, 2, 2) have? "
    "Each met some pixels, so how many of them may have a gradient?"
)
HINT_FA = (
    "یک فیلتر به شکل (3, 2, 2) چند عدد دارد؟ هر کدام به پیکسل‌هایی رسیده است؛ "
    "پس چندتای آن‌ها می‌توانند گرادیان داشته باشند؟"
)
SENTENCE_FA = "فیلتر f فقط با کانال f جفت شده است، مانند کانولوشن depthwise؛ همهٔ جفت‌های دیگر ۰ مانده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    if x.ndim == 4:
        grad = grad * np.eye(kernel_shape[0], kernel_shape[1])[:, :, None, None]
    return grad
