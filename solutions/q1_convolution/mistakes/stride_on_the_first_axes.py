"""The stride is applied to the first two axes, which in a batch are images and filters."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = (
    "Convolve a batch of 3 images with stride=2 and print the shape of the output. How many images are left?"
)
HINT_FA = "دسته‌ای از ۳ تصویر را با stride=2 کانولوشن کنید و شکل خروجی را چاپ کنید. چند تصویر باقی مانده است؟"
SENTENCE_FA = "گام روی دو محور نخست به کار رفته است، که در یک دسته تصویرها و فیلترها هستند."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, padding=padding)[::stride, ::stride]
