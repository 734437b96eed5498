"""Every convolution's kernels are as deep as the image."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Put two convolutions of 8 and of 1 filter on a grey image. How deep must the kernel of the second "
    "one be?"
)
HINT_FA = "دو کانولوشن با ۸ و ۱ فیلتر روی تصویری خاکستری بگذارید. عمق هستهٔ دومی باید چقدر باشد؟"
SENTENCE_FA = "عمق هسته‌های همهٔ کانولوشن‌ها برابر کانال‌های تصویر گرفته شده است."


def summary(input_shape, layers):
    rows = []
    for layer, (kind, shape, parameters) in zip(layers, right_summary(input_shape, layers), strict=True):
        if kind == "conv2d":
            kh, kw = layer["kernel"]
            parameters = layer["filters"] * (kh * kw * input_shape[2] + layer.get("use_bias", True))
        rows.append((kind, shape, parameters))
    return rows
