"""Only the first channel is looked at."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Change one number in the second channel of an image. Does the output change?"
HINT_FA = "یک عدد را در کانال دوم تصویر تغییر دهید. آیا خروجی تغییر می‌کند؟"
SENTENCE_FA = "فقط به کانال نخست نگاه شده است."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4:
        x, kernel = x[:, :1], kernel[:, :1]
    return right_conv2d(x, kernel, stride=stride, padding=padding)
