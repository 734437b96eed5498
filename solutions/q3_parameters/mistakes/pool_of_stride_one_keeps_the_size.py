"""A pooling layer with stride 1 is taken to keep height and width, as it does in an Inception module."""

from q3_parameters import _maxpool2d as right_maxpool2d

RUNG = "summary"
HINT_EN = (
    "Lay a pooling window of 2 on 3 pixels without any padding. At how many places can it lie when it "
    "moves by 1?"
)
HINT_FA = (
    "پنجرهٔ ادغامی به طول ۲ را بدون لایه‌گذاری روی ۳ پیکسل بگذارید. اگر یکی‌یکی حرکت کند در چند جا قرار می‌گیرد؟"
)
SENTENCE_FA = "گمان شده است که لایهٔ ادغام با گام ۱، مانند ماژول Inception، ارتفاع و عرض را نگه می‌دارد."


def _maxpool2d(shape, layer):
    if layer.get("stride") == 1:
        return shape, 0
    return right_maxpool2d(shape, layer)
