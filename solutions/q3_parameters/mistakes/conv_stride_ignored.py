"""A convolution's stride is ignored."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = (
    "Ask for the same convolution with stride 1 and with stride 2. Which of the two outputs should be "
    "smaller?"
)
HINT_FA = "یک کانولوشن را یک بار با گام ۱ و یک بار با گام ۲ بخواهید. کدام خروجی باید کوچک‌تر باشد؟"
SENTENCE_FA = "گام کانولوشن نادیده گرفته شده است."


def summary(input_shape, layers):
    return right_summary(
        input_shape, [{**layer, "stride": 1} if layer["kind"] == "conv2d" else layer for layer in layers]
    )
