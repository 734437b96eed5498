"""The pooling window is read as (width, height)."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = "Pool with windows of 1 row and 2 columns. Which side of the image is halved?"
HINT_FA = "با پنجره‌هایی ۱ سطری و ۲ ستونی ادغام کنید. کدام ضلع تصویر نصف می‌شود؟"


def _maxpool2d(shape, layer):
    return right_maxpool2d(shape, {**layer, "pool": layer["pool"][::-1]})
