"""The output is taken to be square: its height is used for its width, too."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Try an image that is wider than it is high, and print the height and width of the output that your "
    "loops run over."
)
HINT_FA = (
    "تصویری امتحان کنید که عرضش از ارتفاعش بیشتر است، "
    "و ارتفاع و عرض خروجی‌ای را که حلقه‌هایتان می‌پیمایند چاپ کنید."
)
SENTENCE_FA = "خروجی مربعی گرفته شده است: ارتفاعش برای عرضش هم به کار رفته است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    oh = grad_out.shape[-2]
    square = np.zeros((*grad_out.shape[:-1], oh))
    ow = min(oh, grad_out.shape[-1])
    square[..., :ow] = grad_out[..., :ow]
    return right_grad(x, square, kernel_shape, stride=stride, padding=padding)
