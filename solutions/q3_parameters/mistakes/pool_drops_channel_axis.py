"""The output shape of a pooling layer lacks the channels; they are remembered for the layers after it."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Can a convolution follow on your pooling layer? It would have to know how many channels there are."
HINT_FA = "آیا پس از لایهٔ ادغام شما می‌تواند کانولوشن بیاید؟ باید بداند چند کانال هست."
SENTENCE_FA = "کانال‌ها در شکل خروجی لایهٔ ادغام نیامده‌اند؛ برای لایه‌های بعدی به یاد مانده‌اند."


def summary(input_shape, layers):
    rows = right_summary(input_shape, layers)
    return [
        (kind, shape[:3] if kind == "maxpool2d" else shape, parameters) for kind, shape, parameters in rows
    ]
