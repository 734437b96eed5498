"""k^2 is written for the square of k; in Python ^ is the exclusive or."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Type 3^2 at a Python prompt."
HINT_FA = "در پایتون 3^2 را اجرا کنید."
SENTENCE_FA = "برای مربع k نوشته شده است k^2؛ در پایتون ^ یای انحصاری (xor) است."


def direct_cost(h, w, c_in, c_out, k):
    return h * w * c_in * c_out * (k ^ 2)
