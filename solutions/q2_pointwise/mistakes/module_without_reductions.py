"""The 3x3 and 5x5 convolutions are counted on all input channels,
as in the naive module without reductions."""

from q2_pointwise import direct_cost

RUNG = "inception"
HINT_EN = "Change r3 and r5. Does your count of multiplications change?"
HINT_FA = "r3 و r5 را تغییر دهید. آیا شمارش ضرب‌های شما عوض می‌شود؟"
SENTENCE_FA = "کانولوشن‌های 3x3 و 5x5 روی همهٔ کانال‌های ورودی شمرده شده‌اند، مانند ماژول ساده‌ای که کاهش ندارد."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = (
        direct_cost(h, w, c_in, c1, 1)
        + direct_cost(h, w, c_in, c3, 3)
        + direct_cost(h, w, c_in, c5, 5)
        + direct_cost(h, w, c_in, pp, 1)
    )
    return cost, c1 + c3 + c5 + pp
