"""Each product overwrites the one before instead of being added to it."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[1, 10]] with [[1, 1]]. Do both numbers show in the result?"
HINT_FA = "کانولوشن [[1, 10]] با [[1, 1]] را بگیرید. آیا اثر هر دو عدد در حاصل دیده می‌شود؟"
SENTENCE_FA = "هر حاصل‌ضرب به‌جای آنکه به حاصل‌ضرب پیشین افزوده شود، روی آن نوشته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    last = kernel.copy()
    last[..., :-1, :] = 0
    last[..., :-1] = 0
    return right_conv2d(x, last, stride=stride, padding=padding)
