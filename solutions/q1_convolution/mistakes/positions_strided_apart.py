"""The stride divides the room on the image and the room on the padding each by itself,
so that a last position gets lost."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = (
    "Take a row of 10 pixels, a kernel of 3, stride=3 and padding=1. "
    "How many outputs do you count on paper, and how many does conv2d give?"
)
HINT_FA = (
    "یک سطر ۱۰ پیکسلی، هسته‌ای به طول ۳، stride=3 و padding=1 بگیرید. "
    "روی کاغذ چند خروجی می‌شمارید و conv2d چند تا می‌دهد؟"
)
SENTENCE_FA = "گام، جای روی تصویر و جای روی لایه‌گذاری را جداگانه تقسیم کرده است، و یک جای آخر گم می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    (h, w), (kh, kw) = x.shape[-2:], kernel.shape[-2:]
    rows, columns = ((n - k) // stride + 2 * padding // stride + 1 for n, k in ((h, kh), (w, kw)))
    return right_conv2d(x, kernel, stride=stride, padding=padding)[..., :rows, :columns]
