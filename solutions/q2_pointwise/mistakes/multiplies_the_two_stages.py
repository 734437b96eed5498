"""The costs of the two layers are multiplied instead of added."""

from q2_pointwise import direct_cost

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "You do 10 multiplications, and then 20 more. How many have you done?"
HINT_FA = "10 ضرب انجام می‌دهید و سپس 20 ضرب دیگر. روی هم چند ضرب کرده‌اید؟"
SENTENCE_FA = "هزینهٔ دو لایه به‌جای جمع در هم ضرب شده است."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return direct_cost(h, w, c_in, c_mid, 1) * direct_cost(h, w, c_mid, c_out, k)
