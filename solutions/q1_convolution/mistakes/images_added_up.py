"""The images of a batch are added up."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = (
    "Convolve a batch of two images and print the shape of the output. "
    "How many images went in, and how many come out?"
)
HINT_FA = "دسته‌ای از دو تصویر را کانولوشن کنید و شکل خروجی را چاپ کنید. چند تصویر وارد شد و چند تا بیرون آمد؟"
SENTENCE_FA = "تصویرهای دسته با هم جمع شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return out.sum(axis=0, keepdims=True) if x.ndim == 4 else out
