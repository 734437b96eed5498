"""The output is (F, N, OH, OW)."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Convolve a batch of 3 images with 2 filters and print the shape of the output. "
    "Which axis counts the images?"
)
HINT_FA = (
    "دسته‌ای از ۳ تصویر را با ۲ فیلتر کانولوشن کنید و شکل خروجی را چاپ کنید. کدام محور تصویرها را می‌شمارد؟"
)
SENTENCE_FA = "شکل خروجی (F, N, OH, OW) است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return out.swapaxes(0, 1) if x.ndim == 4 else out
