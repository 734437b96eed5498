"""A batch of one image comes back without the axis of the images."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("manners", "batch")
HINT_EN = "Convolve an array of shape (1, 1, 2, 2) and print how many dimensions the output has."
HINT_FA = "آرایه‌ای با شکل (1, 1, 2, 2) را کانولوشن کنید و تعداد بعدهای خروجی را چاپ کنید."
SENTENCE_FA = "دستهٔ یک‌تصویری بدون محور تصویرها برمی‌گردد."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return out[0] if x.ndim == 4 and len(x) == 1 else out
