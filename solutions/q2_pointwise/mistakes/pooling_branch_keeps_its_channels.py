"""The pooling branch is taken to end with the pooling: c_in channels, and no 1x1 convolution to pp."""

from q2_pointwise import bottleneck_cost, direct_cost

RUNG = "inception"
HINT_EN = "How many channels leave the pooling, and how many leave the branch? What stands between the two?"
HINT_FA = "چند کانال از ادغام بیرون می‌آید و چند کانال از کل شاخه؟ بین این دو چیست؟"
SENTENCE_FA = "گمان شده است که شاخهٔ ادغام با خود ادغام تمام می‌شود: c_in کانال، بدون کانولوشن 1x1 به pp."


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    cost = direct_cost(h, w, c_in, c1, 1)
    cost += bottleneck_cost(h, w, c_in, r3, c3, 3)
    cost += bottleneck_cost(h, w, c_in, r5, c5, 5)
    return cost, c1 + c3 + c5 + c_in
