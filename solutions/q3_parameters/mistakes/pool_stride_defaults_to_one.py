"""A pooling layer without a stride moves by one pixel."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Pool a row of 4 pixels with windows of 2 and no stride given. How many windows does the statement "
    "promise?"
)
HINT_FA = "یک سطر ۴ پیکسلی را با پنجره‌های ۲تایی و بدون گام ادغام کنید. صورت سؤال چند پنجره وعده می‌دهد؟"
SENTENCE_FA = "لایهٔ ادغام بدون گام، یک پیکسل یک پیکسل حرکت می‌کند."


def summary(input_shape, layers):
    return right_summary(input_shape, [_changed(layer) for layer in layers])


def _changed(layer):
    if layer["kind"] == "maxpool2d":
        return {**layer, "stride": layer.get("stride") or 1}
    return layer
