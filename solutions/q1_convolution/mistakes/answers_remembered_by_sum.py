"""Answers are remembered by the sums of image and kernel,
and given again for other numbers with the same sums."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
REMEMBERS = True
HINT_EN = "Call conv2d with [[1, 4]] and then with [[3, 2]] as the image. Are the results different?"
HINT_FA = "تابع conv2d را نخست با تصویر [[1, 4]] و سپس با [[3, 2]] صدا بزنید. آیا دو حاصل متفاوت‌اند؟"
SENTENCE_FA = (
    "پاسخ‌ها با مجموع عددهای تصویر و هسته به خاطر سپرده و برای عددهای دیگری با همان مجموع دوباره داده می‌شوند."
)

_known = {}


def conv2d(x, kernel, stride=1, padding=0):
    question = (x.shape, kernel.shape, float(x.sum()), float(kernel.sum()), stride, padding)
    if question not in _known:
        _known[question] = right_conv2d(x, kernel, stride=stride, padding=padding)
    return _known[question]
