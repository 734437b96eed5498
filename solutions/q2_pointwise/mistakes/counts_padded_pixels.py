"""The kernel is thought to stop at the pixels of the padding too."""

RUNG = "costs"
ALSO = ("inception",)
HINT_EN = (
    "How many numbers does the output of a 3x3 'same' convolution of a 4x6 image have? Each is computed once."
)
HINT_FA = "خروجی یک کانولوشن 3x3 با لایه‌گذاری 'same' روی تصویر 4x6 چند عدد دارد؟ هر کدام یک بار حساب می‌شود."
SENTENCE_FA = "گمان شده است که هسته روی پیکسل‌های لایه‌گذاری هم می‌ایستد."


def direct_cost(h, w, c_in, c_out, k):
    pad = k // 2
    return (h + 2 * pad) * (w + 2 * pad) * c_in * c_out * k * k
