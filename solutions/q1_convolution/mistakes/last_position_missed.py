"""The loops stop one position early."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = (
    "Convolve [[1, 2, 3]] with [[1, 1]] by hand and count the positions. What does range(3 - 2) run through?"
)
HINT_FA = (
    "کانولوشن [[1, 2, 3]] با [[1, 1]] را با دست بگیرید و جاها را بشمارید. range(3 - 2) از چه عددهایی می‌گذرد؟"
)
SENTENCE_FA = "حلقه‌ها یک جا زودتر تمام می‌شوند."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=1, padding=padding)[..., :-1:stride, :-1:stride]
