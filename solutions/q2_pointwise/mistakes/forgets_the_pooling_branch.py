"""The pooling branch is left out: neither its multiplications nor its channels are counted."""

from q2_pointwise import bottleneck_cost, direct_cost

RUNG = "inception"
HINT_EN = "Change pp. Does anything change in your answer?"
HINT_FA = "pp را تغییر دهید. آیا چیزی در جواب شما عوض می‌شود؟"
SENTENCE_FA = "شاخهٔ ادغام کنار گذاشته شده است: نه ضرب‌هایش شمرده شده‌اند و نه کانال‌هایش."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = direct_cost(h, w, c_in, c1, 1)
    cost += bottleneck_cost(h, w, c_in, r3, c3, 3)
    cost += bottleneck_cost(h, w, c_in, r5, c5, 5)
    return cost, c1 + c3 + c5
