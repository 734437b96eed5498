"""The pooling is taken with stride 2, so its branch is counted on a quarter of the pixels."""

from q2_pointwise import bottleneck_cost, direct_cost

RUNG = "inception"
HINT_EN = "The four outputs are laid on top of each other. Can that be if one of them has fewer rows?"
HINT_FA = "چهار خروجی روی هم چیده می‌شوند. اگر یکی از آنها سطرهای کمتری داشته باشد، شدنی است؟"
SENTENCE_FA = "ادغام با گام ۲ گرفته شده است، پس شاخه‌اش روی یک‌چهارم پیکسل‌ها شمرده شده است."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = direct_cost(h, w, c_in, c1, 1)
    cost += bottleneck_cost(h, w, c_in, r3, c3, 3)
    cost += bottleneck_cost(h, w, c_in, r5, c5, 5)
    cost += direct_cost(h // 2, w // 2, c_in, pp, 1)
    return cost, c1 + c3 + c5 + pp
