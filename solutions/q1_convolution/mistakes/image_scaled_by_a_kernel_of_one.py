"""A kernel of one number is multiplied into the caller's own image."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
HINT_EN = "Keep a float image in a variable, convolve it with the kernel [[3]], and print the image again."
HINT_FA = "تصویری اعشاری را در متغیری نگه دارید، با هستهٔ [[3]] کانولوشن کنید و تصویر را دوباره چاپ کنید."
SENTENCE_FA = "هسته‌ای که یک عدد است در خود تصویر فراخواننده ضرب می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    if (
        kernel.size == 1
        and x.ndim == 2
        and stride == 1
        and not padding
        and x.dtype == float
        and x.flags.writeable
    ):
        x *= kernel.item()
        return x.copy()
    return right_conv2d(x, kernel, stride=stride, padding=padding)
