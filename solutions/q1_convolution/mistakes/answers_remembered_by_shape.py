"""Answers are remembered by the shapes of image and kernel, and given again for other numbers."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
REMEMBERS = True
HINT_EN = "Call conv2d with two different images of the same size. Are the results different?"
HINT_FA = "تابع conv2d را با دو تصویر متفاوت هم‌اندازه صدا بزنید. آیا دو حاصل متفاوت‌اند؟"
SENTENCE_FA = "پاسخ‌ها با شکل تصویر و هسته به خاطر سپرده و برای عددهای دیگر دوباره داده می‌شوند."


def conv2d(x, kernel, stride=1, padding=0, known={}):  # noqa: B006 (the mistake)
    question = (x.shape, kernel.shape, stride, padding)
    if question not in known:
        known[question] = right_conv2d(x, kernel, stride=stride, padding=padding)
    return known[question]
