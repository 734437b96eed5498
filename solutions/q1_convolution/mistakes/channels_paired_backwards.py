"""The channels are paired from the other end, as scipy's N-dimensional convolve does unless every axis is
turned back."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Take an image of two channels and a 1x1 kernel with the weights 1 and 0. Which channel comes out?"
HINT_FA = "تصویری با دو کانال و هسته‌ای ۱ در ۱ با وزن‌های ۱ و ۰ بردارید. کدام کانال بیرون می‌آید؟"
SENTENCE_FA = "کانال‌ها از سر دیگر جفت شده‌اند، مانند convolve چندبعدی scipy وقتی همهٔ محورها برگردانده نشوند."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel[:, ::-1] if kernel.ndim == 4 else kernel, stride=stride, padding=padding)
