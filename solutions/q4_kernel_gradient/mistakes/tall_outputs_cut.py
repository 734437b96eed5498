"""The output is taken to be square: of a tall upstream gradient, only as many rows as columns are used."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "stride")
HINT_EN = (
    "Take an image of 4 rows and 1 column, a 1x1 kernel and an upstream gradient of ones. "
    "Does your gradient hold all four pixels?"
)
HINT_FA = (
    "تصویری با ۴ سطر و ۱ ستون، هسته‌ای ۱ در ۱ و گرادیان بالادستی از یک‌ها بگیرید. "
    "آیا هر چهار پیکسل در گرادیان شما هستند؟"
)
SENTENCE_FA = "خروجی مربعی گرفته شده است: از گرادیان بالادستِ بلند فقط به تعداد ستون‌ها سطر به کار رفته است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    ow = grad_out.shape[-1]
    counted = np.zeros(grad_out.shape)
    counted[..., :ow, :] = grad_out[..., :ow, :]
    return right_grad(x, counted, kernel_shape, stride=stride, padding=padding)
