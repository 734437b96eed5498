"""With k = 1 the two convolutions are counted as one, although both are carried out."""

RUNG = "costs"
HINT_EN = (
    "Write down both layers for one pixel, 7 channels, 3 in the middle, 6 at the end, and k = 1. "
    "How often is multiplied in each?"
)
HINT_FA = (
    "برای یک پیکسل، ۷ کانال، ۳ در میانه، ۶ در پایان و k = 1 هر دو لایه را بنویسید. "
    "در هر یک چند بار ضرب می‌شود؟"
)
SENTENCE_FA = "با k = 1 دو کانولوشن یکی شمرده شده‌اند، با این که هر دو انجام می‌شوند."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    if k == 1:
        return h * w * c_in * c_out
    return h * w * (c_in * c_mid + c_mid * c_out * k * k)
