"""The filters are added up into a single output channel."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Convolve one image with two filters. How many feature maps come out?"
HINT_FA = "یک تصویر را با دو فیلتر کانولوشن کنید. چند نقشهٔ ویژگی بیرون می‌آید؟"
SENTENCE_FA = "فیلترها در یک کانال خروجی با هم جمع شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return out.sum(axis=1, keepdims=True) if x.ndim == 4 else out
