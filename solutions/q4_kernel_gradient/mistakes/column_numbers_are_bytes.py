"""Column numbers are kept in bytes, so that column 256 is column 0 again."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
HINT_EN = "Print np.arange(300).astype(np.uint8)[255:258]."
HINT_FA = "مقدار np.arange(300).astype(np.uint8)[255:258] را چاپ کنید."
SENTENCE_FA = "شمارهٔ ستون‌ها در بایت نگه داشته شده است، پس ستون ۲۵۶ دوباره ستون ۰ است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    x = x[..., np.arange(x.shape[-1]).astype(np.uint8)]
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
