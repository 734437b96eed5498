"""The kernel is read as (width, height)."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = "Slide a kernel of 1 row and 3 columns over an image. Which side of the image gets shorter?"
HINT_FA = "هسته‌ای با ۱ سطر و ۳ ستون را روی تصویر بلغزانید. کدام ضلع تصویر کوتاه‌تر می‌شود؟"


def _conv2d(shape, layer):
    return right_conv2d(shape, {**layer, "kernel": layer["kernel"][::-1]})
