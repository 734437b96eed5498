"""The kernel is taken for a square as high as it is wide."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = (
    "Convolve an image of 4 rows with a kernel of 1 row and 3 columns. "
    "How many rows should come out, and how many do?"
)
HINT_FA = (
    "تصویری با ۴ سطر را با هسته‌ای با ۱ سطر و ۳ ستون کانولوشن کنید. "
    "چند سطر باید بیرون بیاید و چند سطر بیرون می‌آید؟"
)
SENTENCE_FA = "هسته مربعی گرفته شده است که ارتفاعش به اندازهٔ پهنای آن است."


def conv2d(x, kernel, stride=1, padding=0):
    side, rows = kernel.shape[-1], min(kernel.shape[-2:])
    square = np.zeros((*kernel.shape[:-2], side, side))
    square[..., :rows, :] = kernel[..., :rows, :]
    return right_conv2d(x, square, stride=stride, padding=padding)
