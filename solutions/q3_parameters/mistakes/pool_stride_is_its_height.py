"""A pooling layer without a stride moves by its height, along both axes."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Lay windows of 1 row and 3 columns side by side. How far is it from one to the next on its right?"
HINT_FA = "پنجره‌هایی ۱ سطری و ۳ ستونی را کنار هم بچینید. از هر پنجره تا پنجرهٔ سمت راستش چقدر فاصله است؟"
SENTENCE_FA = "لایهٔ ادغام بدون گام، در هر دو راستا به اندازهٔ ارتفاعش حرکت می‌کند."


def summary(input_shape, layers):
    return right_summary(input_shape, [_changed(layer) for layer in layers])


def _changed(layer):
    if layer["kind"] == "maxpool2d":
        return {**layer, "stride": layer.get("stride") or layer["pool"][0]}
    return layer
