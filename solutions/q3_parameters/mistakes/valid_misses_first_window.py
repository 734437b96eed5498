"""'valid' padding counts the steps, not the windows: the + 1 is missing."""

RUNG = "summary"
ALSO = ("inverse",)
HINT_EN = "A window of 3 on an image of 3 pixels: how many places? And what does your formula say?"
HINT_FA = "پنجره‌ای ۳تایی روی تصویری ۳ پیکسلی: چند مکان هست؟ و فرمول شما چه می‌گوید؟"
SENTENCE_FA = "لایه‌گذاری 'valid' به‌جای پنجره‌ها گام‌ها را شمرده است: + 1 جا افتاده است."


def _places(n, k, stride, padding):
    return -(-n // stride) if padding == "same" else (n - k) // stride
