"""Only one of the filters is counted."""

from q3_parameters import _conv2d as right_conv2d

RUNG = "summary"
HINT_EN = "Count a layer with 1 filter, then a layer with 100. Do both learn the same?"
HINT_FA = "یک لایه با ۱ فیلتر و یک لایه با ۱۰۰ فیلتر را بشمارید. آیا هر دو به یک اندازه یاد می‌گیرند؟"
SENTENCE_FA = "فقط یکی از فیلترها شمرده شده است."


def _conv2d(shape, layer):
    kh, kw = layer["kernel"]
    return right_conv2d(shape, layer)[0], kh * kw * shape[2] + layer.get("use_bias", True)
