"""The rows of the kernel are laid along the columns of the image."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = (
    "Convolve any 4x4 image with a kernel of 1 row and 2 columns. "
    "In which direction does the output get smaller?"
)
HINT_FA = "یک تصویر ۴ در ۴ را با هسته‌ای با ۱ سطر و ۲ ستون کانولوشن کنید. خروجی در کدام راستا کوچک‌تر می‌شود؟"
SENTENCE_FA = "سطرهای هسته در راستای ستون‌های تصویر گذاشته شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, np.swapaxes(kernel, -1, -2), stride=stride, padding=padding)
