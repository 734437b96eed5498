"""Only the first window is used, with the first upstream gradient."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "Let the upstream gradient be 1 at the last output only. Why is your result 0?"
HINT_FA = "گرادیان بالادست را فقط در آخرین خروجی 1 بگذارید. چرا نتیجه‌تان صفر است؟"
SENTENCE_FA = "فقط نخستین پنجره، با نخستین گرادیان بالادست، به کار رفته است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    only_first = np.zeros(grad_out.shape)
    only_first[..., 0, 0] = grad_out[..., 0, 0]
    return right_grad(x, only_first, kernel_shape, stride=stride, padding=padding)
