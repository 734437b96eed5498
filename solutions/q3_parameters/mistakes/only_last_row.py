"""Only the row of the last layer is returned."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Give your function a network of two layers. How many rows does its table have?"
HINT_FA = "شبکه‌ای با دو لایه به تابع خود بدهید. جدولش چند سطر دارد؟"
SENTENCE_FA = "فقط سطر لایهٔ آخر برگردانده شده است."


def summary(input_shape, layers):
    return right_summary(input_shape, layers)[-1:]
