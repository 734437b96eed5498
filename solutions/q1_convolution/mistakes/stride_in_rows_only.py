"""The stride is used for rows, while columns are taken one by one."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = "Convolve a 5x5 image with [[1]] and stride=2. Is the output square?"
HINT_FA = "تصویری ۵ در ۵ را با [[1]] و stride=2 کانولوشن کنید. آیا خروجی مربعی است؟"
SENTENCE_FA = "گام برای سطرها به کار رفته، ولی ستون‌ها یکی‌یکی برداشته شده‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, padding=padding)[..., ::stride, :]
