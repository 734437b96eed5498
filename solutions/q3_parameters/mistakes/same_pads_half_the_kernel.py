"""'same' padding is taken for k // 2 zeros on both sides, which is one too many for a kernel of even size."""

RUNG = "summary"
HINT_EN = (
    "Slide a window of 2 over 4 pixels with stride 1 and 'same' padding. Is your output still as large "
    "as the input?"
)
HINT_FA = (
    "پنجره‌ای ۲تایی را با گام ۱ و لایه‌گذاری 'same' روی ۴ پیکسل بلغزانید. آیا خروجی شما هنوز به اندازهٔ "
    "ورودی است؟"
)
SENTENCE_FA = (
    "لایه‌گذاری 'same' افزودن k // 2 صفر در هر دو سو گرفته شده است، که برای هسته‌ای با اندازهٔ زوج یکی زیاد است."
)


def _places(n, k, stride, padding):
    p = k // 2 if padding == "same" else 0
    return (n + 2 * p - k) // stride + 1
