"""A convolution has one bias for all its kernels."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = (
    "Count the parameters of a layer with 1 filter, then of one with 2 filters. Is the second exactly "
    "twice the first?"
)
HINT_FA = "پارامترهای لایه‌ای با ۱ فیلتر و سپس لایه‌ای با ۲ فیلتر را بشمارید. آیا دومی دقیقاً دو برابر اولی است؟"
SENTENCE_FA = "برای همهٔ هسته‌های یک کانولوشن یک بایاس شمرده شده است."


def _conv2d(shape, layer):
    kh, kw = layer["kernel"]
    return right_conv2d(shape, layer)[0], layer["filters"] * kh * kw * shape[2] + layer.get("use_bias", True)
