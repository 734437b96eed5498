"""'same' padding rounds the number of places to the nearest whole number, not up."""

RUNG = "summary"
ALSO = ("inverse",)
HINT_EN = "Mark every third of 7 pixels, the first one included. How many marks are there?"
HINT_FA = "از ۷ پیکسل هر سومی را علامت بزنید، خود اولی هم. چند علامت هست؟"
SENTENCE_FA = "لایه‌گذاری 'same' تعداد جاها را به نزدیک‌ترین عدد صحیح گرد می‌کند، نه رو به بالا."


def _places(n, k, stride, padding):
    return (2 * n + stride) // (2 * stride) if padding == "same" else (n - k) // stride + 1
