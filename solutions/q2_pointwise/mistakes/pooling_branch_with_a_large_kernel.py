"""The pooling branch is counted as a 3x3 convolution to pp channels."""

from q2_pointwise import bottleneck_cost, direct_cost

RUNG = "inception"
HINT_EN = "Which layer of the pooling branch has the weights: the 3x3 one or the 1x1 one?"
HINT_FA = "وزن‌های شاخهٔ ادغام در کدام لایه است: لایهٔ 3x3 یا لایهٔ 1x1؟"
SENTENCE_FA = "شاخهٔ ادغام مانند کانولوشنی 3x3 به pp کانال شمرده شده است."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = direct_cost(h, w, c_in, c1, 1)
    cost += bottleneck_cost(h, w, c_in, r3, c3, 3)
    cost += bottleneck_cost(h, w, c_in, r5, c5, 5)
    cost += direct_cost(h, w, c_in, pp, 3)
    return cost, c1 + c3 + c5 + pp
