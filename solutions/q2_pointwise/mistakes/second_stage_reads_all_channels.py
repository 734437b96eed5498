"""The k x k layer is counted with the channels from before the reduction."""

from q2_pointwise import direct_cost

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "Halve c_mid. By your count, does the k x k layer get cheaper? What does it read?"
HINT_FA = "c_mid را نصف کنید. آیا در شمارش شما لایهٔ k در k ارزان‌تر می‌شود؟ این لایه چه چیزی را می‌خواند؟"
SENTENCE_FA = "لایهٔ k x k با کانال‌های پیش از کاهش شمرده شده است."


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    return direct_cost(h, w, c_in, c_mid, 1) + direct_cost(h, w, c_in, c_out, k)
