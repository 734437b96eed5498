"""The kernel is turned upside down, but not left to right."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = (
    "Convolve the column [[1], [2], [3]] with [[1], [0]]: the kernel picks the upper of two neighbours. "
    "Which one does yours pick?"
)
HINT_FA = (
    "کانولوشن ستون [[1], [2], [3]] با [[1], [0]] را بگیرید: این هسته از دو همسایه بالایی را برمی‌دارد. "
    "کد شما کدام را؟"
)
SENTENCE_FA = "هسته بالا به پایین آینه شده است، ولی چپ به راست نه."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel[..., ::-1, :], stride=stride, padding=padding)
