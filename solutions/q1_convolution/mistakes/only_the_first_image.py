"""Only the first image of a batch is answered."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Convolve a batch of two images and print the shape of the output."
HINT_FA = "دسته‌ای از دو تصویر را کانولوشن کنید و شکل خروجی را چاپ کنید."
SENTENCE_FA = "فقط به نخستین تصویر دسته پاسخ داده شده است."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x[:1] if x.ndim == 4 else x, kernel, stride=stride, padding=padding)
