"""Only the multiplications are returned."""

from q2_pointwise import inception_cost as right_inception_cost

RUNG = "inception"
HINT_EN = "How many numbers does the statement ask for, and how many do you return?"
HINT_FA = "صورت سؤال چند عدد می‌خواهد و شما چند عدد برمی‌گردانید؟"
SENTENCE_FA = "فقط تعداد ضرب‌ها برگردانده شده است."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    return right_inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)[0]
