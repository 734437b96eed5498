"""The 5x5 branch is counted with 3x3 kernels, copied from the branch before."""

from q2_pointwise import bottleneck_cost, direct_cost

RUNG = "inception"
HINT_EN = "Read your four branches aloud against the picture: which kernel size does each of them have?"
HINT_FA = "چهار شاخهٔ خود را یکی‌یکی با شکل بخوانید: اندازهٔ هستهٔ هر کدام چند است؟"
SENTENCE_FA = "شاخهٔ 5x5 با هسته‌های 3x3 شمرده شده است، رونوشت شاخهٔ پیش از آن."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = direct_cost(h, w, c_in, c1, 1)
    cost += bottleneck_cost(h, w, c_in, r3, c3, 3)
    cost += bottleneck_cost(h, w, c_in, r5, c5, 3)
    cost += direct_cost(h, w, c_in, pp, 1)
    return cost, c1 + c3 + c5 + pp
