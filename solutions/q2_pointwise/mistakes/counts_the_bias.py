"""One more operation is counted per output, for a bias that there isn't."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = (
    "One pixel, one channel, one 1x1 filter, no bias: "
    "how many multiplications are that, and what does your function say?"
)
HINT_FA = "یک پیکسل، یک کانال، یک فیلتر 1x1، بدون بایاس: این چند ضرب است و تابع شما چه می‌گوید؟"
SENTENCE_FA = "برای هر خروجی یک عمل بیشتر شمرده شده است، برای بایاسی که در کار نیست."


def direct_cost(h, w, c_in, c_out, k):
    return h * w * c_out * (c_in * k * k + 1)
