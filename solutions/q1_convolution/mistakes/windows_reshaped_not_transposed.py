"""The windows (C, OH, OW, KH, KW) are reshaped to a matrix without bringing the channels next to KH and KW
first."""

import numpy as np
from q1_convolution import conv2d as right_conv2d
from q1_convolution import zero_pad

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Print np.arange(6).reshape(2, 3).reshape(3, 2) and np.arange(6).reshape(2, 3).T. "
    "Which one brings columns to rows?"
)
HINT_FA = (
    "مقدار np.arange(6).reshape(2, 3).reshape(3, 2) و np.arange(6).reshape(2, 3).T را چاپ کنید. "
    "کدام ستون‌ها را به سطر می‌برد؟"
)
SENTENCE_FA = (
    "پنجره‌های (C, OH, OW, KH, KW) با reshape ماتریس شده‌اند، بی‌آنکه کانال‌ها پیش‌تر کنار KH و KW بیایند."
)


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return right_conv2d(x, kernel, stride=stride, padding=padding)
    f, c, kh, kw = kernel.shape
    out = []
    for image in x:
        windows = np.lib.stride_tricks.sliding_window_view(zero_pad(image, padding), (kh, kw), axis=(1, 2))[
            :, ::stride, ::stride
        ]
        _, oh, ow, _, _ = windows.shape
        columns = windows.reshape(oh * ow, c * kh * kw)
        out.append((columns @ kernel.reshape(f, -1).T).T.reshape(f, oh, ow))
    return np.array(out)
