"""The costs are computed in 64 bits, where what is above 2**63 becomes something else."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Print np.prod([2**32, 2**32])."
HINT_FA = "مقدار np.prod([2**32, 2**32]) را چاپ کنید."
SENTENCE_FA = "هزینه‌ها با ۶۴ بیت حساب می‌شوند، که در آن آنچه بالاتر از 2**63 است چیز دیگری می‌شود."


def _in_64_bits(number):
    return (number + 2**63) % 2**64 - 2**63


def direct_cost(h, w, c_in, c_out, k):
    return _in_64_bits(h * w * c_in * c_out * k * k)


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return _in_64_bits(h * w * c_mid * (c_in + k * k * c_out))


def inception_cost(h, w, c_in, c1, r3, c3, r5, c5, pp):
    per_pixel = c_in * (c1 + r3 + r5 + pp) + 9 * r3 * c3 + 25 * r5 * c5
    return _in_64_bits(h * w * per_pixel), c1 + c3 + c5 + pp
