"""The kernel is read as (channels, filters, KH, KW)."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Which axis of a kernel of shape (3, 2, 1, 1) counts filters? "
    "Convolve an image with two channels with it."
)
HINT_FA = (
    "در هسته‌ای با شکل (3, 2, 1, 1) کدام محور فیلترها را می‌شمارد؟ تصویری دوکاناله را با آن کانولوشن کنید."
)
SENTENCE_FA = "هسته به صورت (کانال‌ها، فیلترها، KH، KW) خوانده شده است."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4:
        kernel = kernel.transpose(1, 0, 2, 3)
    return right_conv2d(x, kernel, stride=stride, padding=padding)
