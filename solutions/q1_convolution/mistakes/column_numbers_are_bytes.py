"""Column numbers are kept in bytes, so that column 256 is column 0 again."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
HINT_EN = "Print np.arange(300).astype(np.uint8)[255:258]."
HINT_FA = "مقدار np.arange(300).astype(np.uint8)[255:258] را چاپ کنید."
SENTENCE_FA = "شمارهٔ ستون‌ها در بایت نگه داشته شده است، پس ستون ۲۵۶ دوباره ستون ۰ است."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(
        x[..., np.arange(x.shape[-1]).astype(np.uint8)], kernel, stride=stride, padding=padding
    )
