"""The padding is ignored where the stride is larger than 1."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Print the shapes of conv2d(np.ones((4, 4)), np.ones((1, 1)), padding=1), with stride=1 and with stride=2."
HINT_FA = "شکل conv2d(np.ones((4, 4)), np.ones((1, 1)), padding=1) را با stride=1 و با stride=2 چاپ کنید."
SENTENCE_FA = "وقتی گام بزرگ‌تر از ۱ است، لایه‌گذاری نادیده گرفته می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=stride, padding=padding if stride == 1 else 0)
