"""The kernel is mirrored left to right, but not upside down."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = (
    "Convolve [[1, 2, 3]] with [[1, 0]], and the column [[1], [2], [3]] with [[1], [0]]. "
    "Do both pick the first of two neighbours?"
)
HINT_FA = (
    "کانولوشن [[1, 2, 3]] با [[1, 0]] و کانولوشن ستون [[1], [2], [3]] با [[1], [0]] را بگیرید. "
    "آیا هر دو همسایهٔ نخست را برمی‌دارند؟"
)
SENTENCE_FA = "هسته چپ به راست آینه شده است، ولی بالا به پایین نه."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel[..., ::-1], stride=stride, padding=padding)
