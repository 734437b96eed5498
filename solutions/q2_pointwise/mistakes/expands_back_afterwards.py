"""The large kernel works among the few channels and a third layer, 1x1, brings them up to c_out,
as in ResNet's bottleneck."""

from q2_pointwise import direct_cost

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "How many layers does the statement describe, and how many do you count?"
HINT_FA = "صورت سؤال چند لایه را شرح می‌دهد و شما چند لایه می‌شمارید؟"
SENTENCE_FA = (
    "هستهٔ بزرگ میان کانال‌های کم کار می‌کند و لایهٔ سومی، 1x1، "
    "آن‌ها را مانند bottleneck در ResNet به c_out می‌رساند."
)


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return (
        direct_cost(h, w, c_in, c_mid, 1)
        + direct_cost(h, w, c_mid, c_mid, k)
        + direct_cost(h, w, c_mid, c_out, 1)
    )
