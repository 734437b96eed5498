"""From the second convolution on, all kernels are as deep as the output of the first convolution."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Put three 1x1 convolutions with 2, 3 and 4 filters in a row. How many channels does the third one read?"
)
HINT_FA = "سه کانولوشن 1x1 با ۲، ۳ و ۴ فیلتر را پشت سر هم بگذارید. سومی چند کانال می‌خواند؟"
SENTENCE_FA = "از کانولوشن دوم به بعد، عمق همهٔ هسته‌ها برابر خروجی کانولوشن نخست گرفته شده است."


def summary(input_shape, layers):
    first = next((layer["filters"] for layer in layers if layer["kind"] == "conv2d"), 0)
    rows, c_in = [], input_shape[2]
    for layer, (kind, shape, parameters) in zip(layers, right_summary(input_shape, layers), strict=True):
        if kind == "conv2d":
            kh, kw = layer["kernel"]
            parameters = layer["filters"] * (kh * kw * c_in + layer.get("use_bias", True))
            c_in = first
        rows.append((kind, shape, parameters))
    return rows
