"""The reduction is left away where the direct layer is cheaper."""

from q2_pointwise import bottleneck_cost as cost_with_reduction
from q2_pointwise import direct_cost

RUNG = "costs"
HINT_EN = (
    "Ask for a c_mid that is larger than c_in. Does your function count the two layers that it was asked "
    "about?"
)
HINT_FA = "یک c_mid بزرگ‌تر از c_in بدهید. آیا تابع شما همان دو لایه‌ای را می‌شمارد که پرسیده شده است؟"
SENTENCE_FA = "هر جا لایهٔ مستقیم ارزان‌تر بوده، کاهش کنار گذاشته شده است."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return min(direct_cost(h, w, c_in, c_out, k), cost_with_reduction(h, w, c_in, c_mid, c_out, k))
