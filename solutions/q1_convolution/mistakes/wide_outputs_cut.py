"""The output is taken to be square: it has as many columns as rows,
and what a wide one has on the right is lost."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve an image of 2 rows and 5 columns with [[1]] and print the shape of the output."
HINT_FA = "تصویری با ۲ سطر و ۵ ستون را با [[1]] کانولوشن کنید و شکل خروجی را چاپ کنید."
SENTENCE_FA = (
    "خروجی مربعی گرفته شده است: به تعداد سطرها ستون دارد، و ستون‌های سمت راستِ خروجی‌های پهن از دست می‌روند."
)


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    return right[..., : right.shape[-2]]
