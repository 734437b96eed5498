"""'valid' padding takes the size at stride 1, divides it by the stride and rounds down."""

RUNG = "summary"
ALSO = ("inverse",)
HINT_EN = "5 pixels, window 3, stride 2: the windows start at 0 and at 2. What does your formula count?"
HINT_FA = "۵ پیکسل، پنجرهٔ ۳تایی، گام ۲: پنجره‌ها از ۰ و ۲ شروع می‌شوند. فرمول شما چند تا می‌شمارد؟"
SENTENCE_FA = "لایه‌گذاری 'valid' اندازهٔ گام ۱ را بر گام تقسیم و رو به پایین گرد می‌کند."


def _places(n, k, stride, padding):
    return -(-n // stride) if padding == "same" else (n - k + 1) // stride
