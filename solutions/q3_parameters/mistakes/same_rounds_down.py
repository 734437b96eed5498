"""'same' padding divides by the stride and rounds down."""

RUNG = "summary"
ALSO = ("inverse",)
HINT_EN = "5 pixels, stride 2: mark every second pixel, beginning with the first. How many marks?"
HINT_FA = "۵ پیکسل و گام ۲: از پیکسل اول شروع کنید و یکی در میان علامت بزنید. چند علامت شد؟"
SENTENCE_FA = "لایه‌گذاری 'same' بر گام تقسیم و رو به پایین گرد شده است."


def _places(n, k, stride, padding):
    return n // stride if padding == "same" else (n - k) // stride + 1
