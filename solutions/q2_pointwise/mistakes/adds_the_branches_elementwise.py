"""The branches are thought to be added elementwise,
so the widest one decides about the number of channels."""

from q2_pointwise import inception_cost as right_inception_cost

RUNG = "inception"
HINT_EN = (
    "Concatenate np.zeros((1, 2, 5, 5)) and np.zeros((1, 3, 5, 5)) along axis 1. How many channels are there?"
)
HINT_FA = (
    "np.zeros((1, 2, 5, 5)) و np.zeros((1, 3, 5, 5)) را در محور 1 به هم بچسبانید (concatenate). "
    "چند کانال می‌شود؟"
)
SENTENCE_FA = (
    "گمان شده است که شاخه‌ها درایه به درایه جمع می‌شوند و پرکانال‌ترین شاخه تعداد کانال‌ها را تعیین می‌کند."
)


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost, _ = right_inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)
    return cost, max(c1, c3, c5, pp)
