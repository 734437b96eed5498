"""The channels of the reductions are counted among the outputs."""

from q2_pointwise import inception_cost as right_inception_cost

RUNG = "inception"
HINT_EN = "In the picture, how many arrows go into the concatenation, and how many channels come along each?"
HINT_FA = "در شکل، چند پیکان به الحاق می‌رسد و از هر کدام چند کانال می‌آید؟"
SENTENCE_FA = "کانال‌های کاهش‌ها هم میان خروجی‌ها شمرده شده‌اند."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost, channels = right_inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)
    return cost, channels + r3 + r5
