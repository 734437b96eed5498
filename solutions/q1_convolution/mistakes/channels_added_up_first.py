"""The channels of image and kernel are added up before they are multiplied:
a product of sums, not a sum of products."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Take an image with the channels [[2]] and [[3]] and a filter with the slices [[1]] and [[-1]]. "
    "By hand, 2 * 1 + 3 * -1 is -1."
)
HINT_FA = (
    "تصویری با کانال‌های [[2]] و [[3]] و فیلتری با برش‌های [[1]] و [[-1]] بگیرید. "
    "با دست، 2 * 1 + 3 * -1 برابر ۱- است."
)
SENTENCE_FA = "کانال‌های تصویر و هسته پیش از ضرب جمع زده شده‌اند: حاصل‌ضربِ مجموع‌ها، نه مجموعِ حاصل‌ضرب‌ها."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4:
        x, kernel = x.sum(axis=1, keepdims=True), kernel.sum(axis=1, keepdims=True)
    return right_conv2d(x, kernel, stride=stride, padding=padding)
