"""Inside the window both loops run as far as the kernel is high,
so the columns of a wide kernel beyond that are left out."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[0, 0, 5]] with [[1, 1, 1]]. Does the 5 get into the result?"
HINT_FA = "کانولوشن [[0, 0, 5]] با [[1, 1, 1]] را بگیرید. آیا ۵ به حاصل می‌رسد؟"
SENTENCE_FA = (
    "درون پنجره هر دو حلقه به اندازهٔ ارتفاع هسته می‌روند، پس ستون‌های بیشترِ هستهٔ پهن کنار گذاشته شده‌اند."
)


def conv2d(x, kernel, stride=1, padding=0):
    kh = kernel.shape[-2]
    used = kernel.copy()
    used[..., kh:] = 0
    return right_conv2d(x, used, stride=stride, padding=padding)
