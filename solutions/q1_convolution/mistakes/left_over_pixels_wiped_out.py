"""Rows and columns that the stride leaves over are set to zero in the caller's own image."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
HINT_EN = (
    "Print a float image with a row of 4 pixels, convolve it with a kernel of 3 and stride=2, "
    "and print it again."
)
HINT_FA = (
    "تصویری اعشاری با یک سطر ۴ پیکسلی را چاپ کنید، با هسته‌ای به طول ۳ و stride=2 کانولوشن کنید و دوباره چاپ "
    "کنید."
)
SENTENCE_FA = "سطرها و ستون‌هایی که گام جا می‌گذارد در خود تصویر فراخواننده صفر شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    if x.dtype == float and x.flags.writeable and not padding:
        (h, w), (kh, kw) = x.shape[-2:], kernel.shape[-2:]
        x[..., h - (h - kh) % stride :, :] = 0
        x[..., w - (w - kw) % stride :] = 0
    return right_conv2d(x, kernel, stride=stride, padding=padding)
