"""The two results are returned in the other order."""

from q2_pointwise import inception_cost as right_inception_cost

RUNG = "inception"
HINT_EN = (
    "Which of your two numbers is the large one: the first or the second? "
    "Which does the statement ask for first?"
)
HINT_FA = "از دو عددی که برمی‌گردانید کدام بزرگ است، اولی یا دومی؟ صورت سؤال اول کدام را می‌خواهد؟"
SENTENCE_FA = "دو حاصل به ترتیب عکس برگردانده شده‌اند."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost, channels = right_inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)
    return channels, cost
