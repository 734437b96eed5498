"""The number of pixels is taken as h * h."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = (
    "An image with 1 row and 10 columns, one channel, one 1x1 filter: "
    "how many pixels, how many multiplications?"
)
HINT_FA = "تصویری با 1 سطر و 10 ستون، یک کانال، یک فیلتر 1x1: چند پیکسل دارد و چند ضرب؟"
SENTENCE_FA = "تعداد پیکسل‌ها h * h گرفته شده است."


def direct_cost(h, w, c_in, c_out, k):
    return h * h * c_in * c_out * k * k
