"""The sums are not set back to zero for the next image,
so every image also gets the answers of those before it."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Convolve a batch with the same image twice. Are the two answers equal?"
HINT_FA = "دسته‌ای را که یک تصویر دو بار در آن آمده کانولوشن کنید. آیا دو پاسخ برابرند؟"
SENTENCE_FA = "مجموع‌ها برای تصویر بعدی صفر نشده‌اند، پس هر تصویر پاسخ تصویرهای پیش از خود را هم می‌گیرد."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 2:
        return right_conv2d(x, kernel, stride=stride, padding=padding)
    out, maps = [], 0
    for image in x:
        maps = maps + right_conv2d(image[None], kernel, stride=stride, padding=padding)[0]
        out.append(maps)
    return np.array(out)
