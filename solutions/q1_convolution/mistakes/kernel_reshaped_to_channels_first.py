"""The kernel is brought to (C, F, KH, KW) with reshape, which mixes up its slices."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = (
    "Print np.arange(6).reshape(2, 3).reshape(3, 2) and np.arange(6).reshape(2, 3).T. "
    "Which one brings columns to rows?"
)
HINT_FA = (
    "مقدار np.arange(6).reshape(2, 3).reshape(3, 2) و np.arange(6).reshape(2, 3).T را چاپ کنید. "
    "کدام ستون‌ها را به سطر می‌برد؟"
)
SENTENCE_FA = "هسته با reshape به شکل (C, F, KH, KW) درآمده است و برش‌هایش به هم ریخته‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4:
        f, c, kh, kw = kernel.shape
        kernel = kernel.reshape(c, f, kh, kw).transpose(1, 0, 2, 3)
    return right_conv2d(x, kernel, stride=stride, padding=padding)
