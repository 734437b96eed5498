"""The 1x1 convolution after the pooling is counted as free, like the pooling."""

from q2_pointwise import bottleneck_cost, direct_cost

RUNG = "inception"
HINT_EN = (
    "Pooling multiplies nothing. And the 1x1 convolution behind it? "
    "Double pp and compare the multiplications."
)
HINT_FA = (
    "ادغام ضربی ندارد. کانولوشن 1x1 پس از آن چطور؟ pp را دو برابر کنید و تعداد ضرب‌های دو حالت را مقایسه کنید."
)
SENTENCE_FA = "کانولوشن 1x1 پس از ادغام، مانند خود ادغام، بی‌هزینه شمرده شده است."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = direct_cost(h, w, c_in, c1, 1)
    cost += bottleneck_cost(h, w, c_in, r3, c3, 3)
    cost += bottleneck_cost(h, w, c_in, r5, c5, 5)
    return cost, c1 + c3 + c5 + pp
