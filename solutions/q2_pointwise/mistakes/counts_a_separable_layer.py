"""The direct layer is counted as one k x k kernel for each input channel and a 1x1 convolution after it."""

RUNG = "costs"
HINT_EN = (
    "Take h = w = 1: how many weights does one filter of a plain k x k layer have, "
    "and how many filters are there?"
)
HINT_FA = "h = w = 1 بگیرید: یک فیلتر از لایه‌ای معمولی با هستهٔ k x k چند وزن دارد و چند فیلتر هست؟"
SENTENCE_FA = (
    "لایهٔ مستقیم به صورت یک هستهٔ k x k برای هر کانال ورودی و یک کانولوشن 1x1 پس از آن شمرده شده است."
)


def direct_cost(h, w, c_in, c_out, k):
    return h * w * c_in * (k * k + c_out)


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return h * w * c_mid * (c_in + k * k * c_out)


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    return h * w * (c_in * (c1 + r3 + r5 + pp) + 9 * r3 * c3 + 25 * r5 * c5), c1 + c3 + c5 + pp
