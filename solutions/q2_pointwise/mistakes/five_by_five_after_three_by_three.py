"""The reduction before the 5x5 reads what the 3x3 branch put out, and not the input."""

from q2_pointwise import bottleneck_cost, direct_cost

RUNG = "inception"
HINT_EN = (
    "In the picture, follow the arrow backwards from the reduction before the 5x5. "
    "How many channels does it read?"
)
HINT_FA = "در شکل، پیکان را از کاهش پیش از 5x5 رو به عقب دنبال کنید. چند کانال می‌خواند؟"
SENTENCE_FA = "کاهش پیش از 5x5 به‌جای ورودی، خروجی شاخهٔ 3x3 را می‌خواند."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = direct_cost(h, w, c_in, c1 + pp, 1)
    cost += bottleneck_cost(h, w, c_in, r3, c3, 3)
    cost += bottleneck_cost(h, w, c3, r5, c5, 5)
    return cost, c1 + c3 + c5 + pp
