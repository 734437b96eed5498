"""A pooling layer with 'same' padding and no stride is taken to keep height and width."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = (
    "Ask for a 4x4 image, a 2x2 pooling window, no stride and 'same' padding: by how many pixels does "
    "the window move?"
)
HINT_FA = (
    "تصویری ۴ در ۴ با پنجرهٔ ادغام 2x2، بدون گام و با لایه‌گذاری 'same' را بپرسید: پنجره هر بار چند "
    "پیکسل حرکت می‌کند؟"
)
SENTENCE_FA = "گمان شده است که لایهٔ ادغام با لایه‌گذاری 'same' و بدون گام، ارتفاع و عرض را نگه می‌دارد."


def _maxpool2d(shape, layer):
    if layer.get("padding") == "same" and layer.get("stride") is None:
        return shape, 0
    return right_maxpool2d(shape, layer)
