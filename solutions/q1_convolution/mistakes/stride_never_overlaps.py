"""As soon as there is a stride, windows are laid side by side: they move on by the kernel's size at least."""

from q1_convolution import conv2d as right_conv2d

RUNG = "stride"
ALSO = ("batch",)
HINT_EN = (
    "Convolve [[1, 2, 3, 4, 5]] with [[1, 1, 1]] and stride=2 by hand. Which number do the two windows share?"
)
HINT_FA = (
    "کانولوشن [[1, 2, 3, 4, 5]] با [[1, 1, 1]] را با stride=2 با دست بگیرید. کدام عدد در هر دو پنجره هست؟"
)
SENTENCE_FA = "همین که گامی داده شود، پنجره‌ها کنار هم چیده می‌شوند: دست‌کم به اندازهٔ هسته پیش می‌روند."


def conv2d(x, kernel, stride=1, padding=0):
    every = right_conv2d(x, kernel, padding=padding)
    if stride == 1:
        return every
    down, across = (max(stride, k) for k in kernel.shape[-2:])
    return every[..., ::down, ::across]
