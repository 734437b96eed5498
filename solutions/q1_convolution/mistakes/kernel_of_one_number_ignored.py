"""A kernel of a single number is taken to leave the image as it is."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
HINT_EN = "Convolve [[1, 2]] with [[10]] by hand, then with your function."
HINT_FA = "کانولوشن [[1, 2]] با [[10]] را یک بار با دست و یک بار با تابع خود بگیرید."
SENTENCE_FA = "گمان شده است که هسته‌ای که یک عدد تنهاست تصویر را همان‌طور که هست می‌گذارد."


def conv2d(x, kernel, stride=1, padding=0):
    if kernel.shape == (1, 1):
        return x.astype(float)
    return right_conv2d(x, kernel, stride=stride, padding=padding)
