"""The border of the image is set to 0, in the caller's array, instead of putting zeros around it."""

from q1_convolution import conv2d as right_conv2d

RUNG = "padding"
ALSO = ("batch", "manners")
HINT_EN = "Convolve an image with padding=1, then print the image again. Is it still the same?"
HINT_FA = "تصویری را با padding=1 کانولوشن کنید و سپس خود تصویر را دوباره چاپ کنید. آیا هنوز همان است؟"
SENTENCE_FA = "به‌جای گذاشتن صفر دور تصویر، مرز آن در آرایهٔ خود فراخواننده ۰ شده است."


def conv2d(x, kernel, stride=1, padding=0):
    if padding:
        x[..., :padding, :] = x[..., -padding:, :] = 0
        x[..., :padding] = x[..., -padding:] = 0
    return right_conv2d(x, kernel, stride=stride)
