"""The output is taken to be square: it has as many rows as columns, and what a tall one has below is lost."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve an image of 5 rows and 2 columns with [[1]] and print the shape of the output."
HINT_FA = "تصویری با ۵ سطر و ۲ ستون را با [[1]] کانولوشن کنید و شکل خروجی را چاپ کنید."
SENTENCE_FA = (
    "خروجی مربعی گرفته شده است: به تعداد ستون‌ها سطر دارد، و سطرهای پایینی خروجی‌های بلند از دست می‌روند."
)


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    return right[..., : right.shape[-1], :]
