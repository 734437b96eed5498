"""The sums are not set back to zero for the next filter,
so every filter also gets the answers of those before it."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Convolve an image with the same filter twice, as a kernel of two filters. "
    "Are the two feature maps equal?"
)
HINT_FA = "تصویری را با هسته‌ای کانولوشن کنید که یک فیلتر دو بار در آن آمده است. آیا دو نقشهٔ ویژگی برابرند؟"
SENTENCE_FA = "مجموع‌ها برای فیلتر بعدی صفر نشده‌اند، پس هر فیلتر پاسخ فیلترهای پیش از خود را هم می‌گیرد."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return np.cumsum(out, axis=1) if x.ndim == 4 else out
