"""The two matrices are multiplied first and applied as one linear layer."""

from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = (
    "Send an image x and the image -x through the bottleneck. "
    "If one output is always minus the other, what is missing?"
)
HINT_FA = "تصویر x و تصویر -x را از bottleneck بگذرانید. اگر یک خروجی همیشه منفیِ دیگری است، چه چیزی کم است؟"
SENTENCE_FA = "دو ماتریس نخست در هم ضرب و مانند یک لایهٔ خطی به کار رفته‌اند."


def bottleneck(x, w1, w2):
    return conv1x1(x, w2 @ w1)
