"""A pooling layer without a stride moves by 2 pixels, whatever its window is."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Ask for a 6x6 image and a 3x3 pooling window without a stride. Draw the windows side by side: how "
    "many are there in a row?"
)
HINT_FA = (
    "تصویری ۶ در ۶ با پنجرهٔ ادغام 3x3 و بدون گام را بپرسید. پنجره‌ها را کنار هم بکشید: در هر سطر چند "
    "پنجره هست؟"
)
SENTENCE_FA = "لایهٔ ادغام بدون گام، پنجره‌اش هرچه باشد، ۲ پیکسل حرکت می‌کند."


def summary(input_shape, layers):
    return right_summary(input_shape, [_changed(layer) for layer in layers])


def _changed(layer):
    if layer["kind"] == "maxpool2d":
        return {**layer, "stride": layer.get("stride") or 2}
    return layer
