"""A convolution's biases are not counted."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = (
    "Feed an image of zeros to a convolution in Keras. Can its output be anything but zero? Which "
    "numbers make it so?"
)
HINT_FA = (
    "تصویری تماماً صفر به یک کانولوشن در Keras بدهید. آیا خروجی می‌تواند چیزی جز صفر باشد؟ کدام عددها "
    "چنین می‌کنند؟"
)
SENTENCE_FA = "بایاس‌های کانولوشن شمرده نشده‌اند."


def _conv2d(shape, layer):
    kh, kw = layer["kernel"]
    return right_conv2d(shape, layer)[0], layer["filters"] * kh * kw * shape[2]
