"""np.pad(x, padding) also adds images and channels of zeros to a 4-D array."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "padding"
ALSO = ("stride",)
HINT_EN = (
    "Print np.pad(x, 1).shape for x of shape (1, 1, 2, 3). Which of the four numbers should have changed?"
)
HINT_FA = "برای x به شکل (1, 1, 2, 3) مقدار np.pad(x, 1).shape را چاپ کنید. کدام‌یک از چهار عدد باید عوض می‌شد؟"
SENTENCE_FA = "np.pad(x, padding) به آرایهٔ چهاربعدی تصویرها و کانال‌هایی از صفر هم می‌افزاید."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    x = np.pad(x, padding)
    if x.ndim == 2:
        return right_grad(x, grad_out, kernel_shape, stride)
    return right_grad(x[: len(grad_out), : kernel_shape[1]], grad_out, kernel_shape, stride)
