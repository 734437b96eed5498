"""A convolution's stride is ignored."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = "Ask for the same convolution with stride 1 and with stride 2. Which of the two outputs should be smaller?"
HINT_FA = "یک کانولوشن را یک بار با گام ۱ و یک بار با گام ۲ بخواهید. کدام خروجی باید کوچک‌تر باشد؟"


def _conv2d(shape, layer):
    return right_conv2d(shape, {**layer, "stride": 1})
