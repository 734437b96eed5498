"""The numbers of input and output channels are added instead of multiplied."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = (
    "One pixel, 10 channels in, 10 channels out, 1x1: "
    "how many entries does w have, and how many does your count have?"
)
HINT_FA = "یک پیکسل، 10 کانال ورودی، 10 کانال خروجی، هستهٔ 1x1: w چند درایه دارد و شمارش شما چند است؟"
SENTENCE_FA = "تعداد کانال‌های ورودی و خروجی به‌جای ضرب با هم جمع شده‌اند."


def direct_cost(h, w, c_in, c_out, k):
    return h * w * (c_in + c_out) * k * k
