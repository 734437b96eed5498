"""The costs of the branches are collected in a set, so branches of equal cost are counted once."""

from q2_pointwise import direct_cost

RUNG = "inception"
HINT_EN = "Let the first branch and the pooling branch give equally many channels. Is each of them counted?"
HINT_FA = "بگذارید شاخهٔ اول و شاخهٔ ادغام به یک اندازه کانال بدهند. آیا هر دو شمرده می‌شوند؟"
SENTENCE_FA = "هزینه‌های شاخه‌ها در یک مجموعه (set) گرد می‌آیند، پس شاخه‌های هم‌هزینه یک بار شمرده می‌شوند."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    costs = {
        direct_cost(h, w, c_in, c1, 1),
        direct_cost(h, w, c_in, r3, 1) + direct_cost(h, w, r3, c3, 3),
        direct_cost(h, w, c_in, r5, 1) + direct_cost(h, w, r5, c5, 5),
        direct_cost(h, w, c_in, pp, 1),
    }
    return sum(costs), c1 + c3 + c5 + pp
