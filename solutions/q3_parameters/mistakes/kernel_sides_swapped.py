"""The kernel is read as (width, height)."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Slide a kernel of 1 row and 3 columns over an image. Which side of the image gets shorter?"
HINT_FA = "هسته‌ای با ۱ سطر و ۳ ستون را روی تصویر بلغزانید. کدام ضلع تصویر کوتاه‌تر می‌شود؟"
SENTENCE_FA = "هسته به صورت (عرض، ارتفاع) خوانده شده است."


def summary(input_shape, layers):
    return right_summary(input_shape, [_changed(layer) for layer in layers])


def _changed(layer):
    if layer["kind"] == "conv2d":
        return {**layer, "kernel": layer["kernel"][::-1]}
    return layer
