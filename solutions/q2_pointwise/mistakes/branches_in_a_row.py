"""The branches are counted one after the other, each reading what the one before put out."""

from q2_pointwise import bottleneck_cost, direct_cost

RUNG = "inception"
HINT_EN = "In the picture, follow the arrows backwards from each branch. Where do the four of them start?"
HINT_FA = "در شکل، پیکان‌های هر شاخه را رو به عقب دنبال کنید. هر چهار شاخه از کجا شروع می‌شوند؟"
SENTENCE_FA = "شاخه‌ها پشت سر هم شمرده شده‌اند، گویی هر یک خروجی شاخهٔ پیشین را می‌خواند."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = direct_cost(h, w, c_in, c1, 1)
    cost += bottleneck_cost(h, w, c1, r3, c3, 3)
    cost += bottleneck_cost(h, w, c3, r5, c5, 5)
    cost += direct_cost(h, w, c5, pp, 1)
    return cost, c1 + c3 + c5 + pp
