"""The product (OH * OW, F) is reshaped to (F, OH, OW) without being transposed."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[[[1, 2]]]] with the 1x1 filters 1 and 10. Are 1 and 2 together in the first feature map?"
)
HINT_FA = (
    "تصویر [[[[1, 2]]]] را با فیلترهای ۱ در ۱ با مقدارهای ۱ و ۱۰ کانولوشن کنید. "
    "آیا ۱ و ۲ با هم در نقشهٔ ویژگی نخست‌اند؟"
)
SENTENCE_FA = "حاصل‌ضرب (OH * OW, F) بدون ترانهاده شدن با reshape به شکل (F, OH, OW) درآمده است."


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    if x.ndim == 2:
        return right
    return np.array([maps.reshape(len(kernel), -1).T.reshape(maps.shape) for maps in right])
