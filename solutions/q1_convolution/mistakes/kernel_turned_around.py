"""The kernel is turned around, as in the mathematician's convolution."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2, 3]] with [[1, 0]]: the kernel picks the left of two neighbours. "
    "Which one does yours pick?"
)
HINT_FA = (
    "کانولوشن [[1, 2, 3]] با [[1, 0]] را بگیرید: این هسته از دو همسایه سمت چپی را برمی‌دارد. "
    "کد شما کدام را برمی‌دارد؟"
)
SENTENCE_FA = "هسته وارونه شده است، مانند کانولوشن ریاضی‌دان‌ها."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel[..., ::-1, ::-1], stride=stride, padding=padding)
