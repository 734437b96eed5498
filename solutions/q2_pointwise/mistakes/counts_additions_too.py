"""Additions are counted along with the multiplications."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = (
    "An image with one pixel and one channel, one 1x1 filter: how many multiplications do you do on paper? "
    "And your function?"
)
HINT_FA = "تصویری با یک پیکسل و یک کانال، و یک فیلتر 1x1: روی کاغذ چند ضرب می‌کنید؟ تابع شما چه می‌گوید؟"
SENTENCE_FA = "جمع‌ها هم همراه ضرب‌ها شمرده شده‌اند."


def direct_cost(h, w, c_in, c_out, k):
    return 2 * h * w * c_in * c_out * k * k
