"""A convolution with a 1x1 kernel is taken to keep height and width, whatever its stride is."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Ask for a 4x4 image, a 1x1 kernel and stride 2, and draw the pixels that the kernel stops at."
HINT_FA = "تصویری ۴ در ۴ با هستهٔ 1x1 و گام ۲ را بپرسید و پیکسل‌هایی را که هسته روی آن‌ها می‌ایستد بکشید."
SENTENCE_FA = "گمان شده است که کانولوشن با هستهٔ 1x1، گام هرچه باشد، ارتفاع و عرض را نگه می‌دارد."


def summary(input_shape, layers):
    return right_summary(input_shape, [_changed(layer) for layer in layers])


def _changed(layer):
    if layer["kind"] == "conv2d" and tuple(layer["kernel"]) == (1, 1):
        return {**layer, "stride": 1}
    return layer
