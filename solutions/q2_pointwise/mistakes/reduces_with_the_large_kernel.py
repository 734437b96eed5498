"""The reduction is counted with k x k kernels."""

from q2_pointwise import direct_cost

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Which kernel size does the reduction have? Set c_out to 1 and watch how your count grows with k."
HINT_FA = "اندازهٔ هستهٔ کاهش بعد چند است؟ c_out را 1 بگذارید و ببینید شمارش شما با k چگونه رشد می‌کند."
SENTENCE_FA = "کاهش با هسته‌های k x k شمرده شده است."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return direct_cost(h, w, c_in, c_mid, k) + direct_cost(h, w, c_mid, c_out, k)
