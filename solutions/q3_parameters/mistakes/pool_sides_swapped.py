"""The pooling window is read as (width, height)."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Pool with windows of 1 row and 2 columns. Which side of the image is halved?"
HINT_FA = "با پنجره‌هایی ۱ سطری و ۲ ستونی ادغام کنید. کدام ضلع تصویر نصف می‌شود؟"
SENTENCE_FA = "پنجرهٔ ادغام به صورت (عرض، ارتفاع) خوانده شده است."


def summary(input_shape, layers):
    return right_summary(input_shape, [_changed(layer) for layer in layers])


def _changed(layer):
    if layer["kind"] == "maxpool2d":
        return {**layer, "pool": layer["pool"][::-1]}
    return layer
