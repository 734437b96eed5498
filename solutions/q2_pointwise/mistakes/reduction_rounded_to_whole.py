"""The saving is taken as the whole number c_in // c_mid, which is not exact unless c_mid divides c_in."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = "What is 7 // 3? How much smaller does a reduction from 7 to 3 channels make the second layer?"
HINT_FA = "مقدار 7 // 3 چیست؟ کاهش از ۷ به ۳ کانال لایهٔ دوم را چند برابر کوچک‌تر می‌کند؟"
SENTENCE_FA = (
    "صرفه‌جویی برابر عدد صحیح c_in // c_mid گرفته می‌شود، که جز وقتی c_mid بر c_in بخش‌پذیر باشد دقیق نیست."
)


def bottleneck_cost(h, w, c_in, c_mid, c_out, k):
    smaller = c_in // c_mid
    second = h * w * c_in * c_out * k * k // smaller if smaller else h * w * c_mid * c_out * k * k
    return h * w * c_in * c_mid + second
