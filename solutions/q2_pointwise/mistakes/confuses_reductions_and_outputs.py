"""The arguments are taken in the order c1, c3, r3, c5, r5, pp."""

from q2_pointwise import inception_cost as right_inception_cost

RUNG = "inception"
HINT_EN = (
    "Which is given first, r3 or c3? Print your arguments by name for a module with r3 = 1 and c3 = 100."
)
HINT_FA = "اول r3 داده می‌شود یا c3؟ برای ماژولی با r3 = 1 و c3 = 100 هر آرگومان را با نامش چاپ کنید."
SENTENCE_FA = "آرگومان‌ها به ترتیب c1، c3، r3، c5، r5، pp گرفته شده‌اند."


def inception_cost(h, w, c_in, c1, c3, r3, c5, r5, pp):
    return right_inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)
