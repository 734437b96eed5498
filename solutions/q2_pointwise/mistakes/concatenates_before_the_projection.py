"""The cost of the projection is counted, but its channels are taken as those of the pooling, c_in."""

from q2_pointwise import inception_cost as right_inception_cost

RUNG = "inception"
HINT_EN = "The last layer of the pooling branch is a 1x1 convolution. How many channels does it put out?"
HINT_FA = "آخرین لایهٔ شاخهٔ ادغام یک کانولوشن 1x1 است. چند کانال بیرون می‌دهد؟"
SENTENCE_FA = (
    "هزینهٔ کانولوشن 1x1 پس از ادغام شمرده شده، ولی تعداد کانال‌هایش همان تعداد کانال‌های ادغام، c_in، "
    "گرفته شده است."
)


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost, _ = right_inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp)
    return cost, c1 + c3 + c5 + c_in
