"""The window moves on by its own size, as in pooling."""

from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Convolve [[1, 2, 3]] with [[1, 1]] by hand. Are 1 + 2 and 2 + 3 both in your output?"
HINT_FA = "کانولوشن [[1, 2, 3]] با [[1, 1]] را با دست بگیرید. آیا هم 1 + 2 و هم 2 + 3 در خروجی شما هست؟"
SENTENCE_FA = "پنجره، مانند ادغام، به اندازهٔ خودش پیش می‌رود."


def conv2d(x, kernel, stride=1, padding=0):
    kh, kw = kernel.shape[-2:]
    return right_conv2d(x, kernel, stride=1, padding=padding)[..., :: kh * stride, :: kw * stride]
