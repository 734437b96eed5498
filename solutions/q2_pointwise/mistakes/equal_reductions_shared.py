"""Where the reductions of two branches are of one size, only one of them is counted."""

from q2_pointwise import direct_cost
from q2_pointwise import inception_cost as right_cost

RUNG = "inception"
HINT_EN = "Let both reductions give equally many channels. How many 1x1 convolutions does the module have?"
HINT_FA = "بگذارید هر دو کاهش به یک اندازه کانال بدهند. ماژول چند کانولوشن ۱در۱ دارد؟"
SENTENCE_FA = "هرجا کاهش‌های دو شاخه یک اندازه دارند فقط یکی از آن‌ها شمرده می‌شود."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost, channels = right_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)
    return cost - (direct_cost(h, w, c_in, r5, 1) if r3 == r5 else 0), channels
