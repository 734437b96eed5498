"""Only dO/dF is computed; the upstream gradient dLoss/dO is left out."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Call your function with an upstream gradient of zeros: a loss that nothing can change has gradient 0. "
    "Is your result 0?"
)
HINT_FA = (
    "تابعتان را با گرادیان بالادستِ تماماً صفر صدا بزنید: اگر هیچ‌چیز زیان را عوض نکند، گرادیان صفر است. "
    "نتیجهٔ شما صفر می‌شود؟"
)
SENTENCE_FA = "فقط dO/dF حساب شده است؛ گرادیان بالادست dLoss/dO کنار گذاشته شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, np.ones(grad_out.shape), kernel_shape, stride=stride, padding=padding)
