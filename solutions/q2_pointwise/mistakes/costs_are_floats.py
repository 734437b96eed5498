"""The costs are computed in floats, which are not exact above 2**53."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Print int(float(2**53 + 1)) - 2**53."
HINT_FA = "مقدار int(float(2**53 + 1)) - 2**53 را چاپ کنید."
SENTENCE_FA = "هزینه‌ها با عددهای اعشاری حساب می‌شوند که بالاتر از 2**53 دقیق نیستند."


def direct_cost(h, w, c_in, c_out, k):
    return int(float(h * w * c_in * c_out * k * k))


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return int(float(direct_cost(h, w, c_in, c_mid, 1) + direct_cost(h, w, c_mid, c_out, k)))


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    per_pixel = c_in * (c1 + r3 + r5 + pp) + 9 * r3 * c3 + 25 * r5 * c5
    return int(float(h * w * per_pixel)), c1 + c3 + c5 + pp
