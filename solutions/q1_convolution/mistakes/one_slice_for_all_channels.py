"""The first slice of a filter is used for every channel."""

from q1_convolution import conv2d as right_conv2d

RUNG = "channels"
ALSO = ("batch",)
HINT_EN = "Take a filter whose second slice is 0. Does the second channel still show in the output?"
HINT_FA = "فیلتری بگیرید که برش دومش صفر باشد. آیا اثر کانال دوم هنوز در خروجی دیده می‌شود؟"
SENTENCE_FA = "نخستین برش هر فیلتر برای همهٔ کانال‌ها به کار رفته است."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4:
        x, kernel = x.sum(axis=1, keepdims=True), kernel[:, :1]
    return right_conv2d(x, kernel, stride=stride, padding=padding)
