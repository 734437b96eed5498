"""The input's channels are forgotten: a kernel is taken for a flat kh by kw sheet."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = (
    "Take a 1x1 kernel over an RGB image. How many numbers are multiplied with how many weights at one place?"
)
HINT_FA = "یک هستهٔ ۱×۱ روی تصویر RGB بگیرید. در یک مکان چند عدد در چند وزن ضرب می‌شوند؟"
SENTENCE_FA = "کانال‌های ورودی فراموش شده‌اند: هسته صفحه‌ای تخت به اندازهٔ kh در kw گرفته شده است."


def _conv2d(shape, layer):
    kh, kw = layer["kernel"]
    return right_conv2d(shape, layer)[0], layer["filters"] * (kh * kw + layer.get("use_bias", True))
