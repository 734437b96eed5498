"""An image that is mirrored, as x[::-1, ::-1] is, is read the right way round again."""

from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
HINT_EN = "Let x = np.array([[1.0, 2.0]]). Convolve x[:, ::-1] with [[1]]."
HINT_FA = "فرض کنید x = np.array([[1.0, 2.0]]). تصویر x[:, ::-1] را با [[1]] کانولوشن کنید."
SENTENCE_FA = "تصویر آینه‌ای، مانند x[::-1, ::-1]، دوباره به ترتیب نخست خوانده می‌شود."


def conv2d(x, kernel, stride=1, padding=0):
    mirrored = tuple(slice(None, None, -1 if step < 0 else 1) for step in x.strides)
    return right_conv2d(x[mirrored], kernel, stride=stride, padding=padding)
