"""The expensive layer after the reduction is left out."""

from q2_pointwise import direct_cost

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Change k from 1 to 5. Does your count change? Should it?"
HINT_FA = "k را از 1 به 5 تغییر دهید. شمارش شما عوض می‌شود؟ باید عوض شود؟"
SENTENCE_FA = "لایهٔ گران‌قیمتی که پس از کاهش می‌آید کنار گذاشته شده است."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return direct_cost(h, w, c_in, c_mid, 1)
