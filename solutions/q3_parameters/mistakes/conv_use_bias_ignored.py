"""A convolution gets a bias even when use_bias is False."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = "Ask for the same convolution with use_bias True and False. By how much should the two differ?"
HINT_FA = "یک کانولوشن را یک بار با use_bias برابر True و یک بار با False بخواهید. این دو باید چقدر تفاوت داشته باشند؟"


def _conv2d(shape, layer):
    return right_conv2d(shape, {**layer, "use_bias": True})
