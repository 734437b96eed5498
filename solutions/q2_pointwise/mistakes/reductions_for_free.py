"""The reductions inside the module are forgotten, although bottleneck_cost counts them."""

from q2_pointwise import direct_cost

RUNG = "inception"
HINT_EN = (
    "Make c_in larger. By your count, does the 5x5 branch get more expensive? "
    "Who reads the additional channels?"
)
HINT_FA = "c_in را بزرگ‌تر کنید. آیا در شمارش شما شاخهٔ 5x5 گران‌تر می‌شود؟ کانال‌های اضافه را چه لایه‌ای می‌خواند؟"
SENTENCE_FA = "کاهش‌های درون ماژول فراموش شده‌اند، با آنکه bottleneck_cost آن‌ها را می‌شمارد."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = (
        direct_cost(h, w, c_in, c1, 1)
        + direct_cost(h, w, r3, c3, 3)
        + direct_cost(h, w, r5, c5, 5)
        + direct_cost(h, w, c_in, pp, 1)
    )
    return cost, c1 + c3 + c5 + pp
