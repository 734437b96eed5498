"""A pooling layer without a stride moves by its height, along both axes."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = "Lay windows of 1 row and 3 columns side by side. How far is it from one to the next on its right?"
HINT_FA = "پنجره‌هایی ۱ سطری و ۳ ستونی را کنار هم بچینید. از هر پنجره تا پنجرهٔ سمت راستش چقدر فاصله است؟"


def _maxpool2d(shape, layer):
    return right_maxpool2d(shape, {**layer, "stride": layer.get("stride") or layer["pool"][0]})
