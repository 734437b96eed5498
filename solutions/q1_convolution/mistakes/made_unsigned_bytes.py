"""The image is made one of unsigned bytes first, as for a picture."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[-1.5, 300.0]] with [[1]]. Do both numbers come out as they went in?"
HINT_FA = "کانولوشن [[-1.5, 300.0]] با [[1]] را بگیرید. آیا هر دو عدد همان‌طور که وارد شدند بیرون می‌آیند؟"
SENTENCE_FA = "تصویر نخست، مانند یک عکس، به بایت‌های بی‌علامت تبدیل شده است."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x.astype(int).astype(np.uint8), kernel, stride=stride, padding=padding)
