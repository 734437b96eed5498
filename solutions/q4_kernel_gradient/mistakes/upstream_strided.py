"""Every s-th upstream gradient is used, although each of them belongs to a window."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = "Double the last upstream gradient. Does your result change?"
HINT_FA = "آخرین گرادیان بالادست را دو برابر کنید. نتیجهٔ شما عوض می‌شود؟"
SENTENCE_FA = "از هر s گرادیان بالادست یکی به کار رفته است، با آنکه هر یک از آن‌ها پنجره‌ای دارد."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    kept = np.zeros(grad_out.shape)
    kept[..., ::stride, ::stride] = grad_out[..., ::stride, ::stride]
    return right_grad(x, kept, kernel_shape, stride=stride, padding=padding)
