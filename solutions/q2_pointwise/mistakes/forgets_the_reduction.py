"""The reduction is taken to be free."""

from q2_pointwise import direct_cost

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = (
    "Reduce 1000 channels to 1 before a 1x1 convolution to 1 channel. "
    "Is 1 multiplication per pixel enough for both layers?"
)
HINT_FA = (
    "پیش از یک کانولوشن 1x1 با 1 کانال خروجی، 1000 کانال را به 1 کاهش دهید. "
    "آیا 1 ضرب در هر پیکسل برای هر دو لایه بس است؟"
)
SENTENCE_FA = "کاهش بی‌هزینه گرفته شده است."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return direct_cost(h, w, c_mid, c_out, k)
