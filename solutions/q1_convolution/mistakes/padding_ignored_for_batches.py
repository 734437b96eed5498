"""For a batch the padding is ignored; for a single image it is not."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Print conv2d(np.ones((1, 1, 2, 2)), np.ones((1, 1, 1, 1)), padding=1).shape."
HINT_FA = "مقدار conv2d(np.ones((1, 1, 2, 2)), np.ones((1, 1, 1, 1)), padding=1).shape را چاپ کنید."
SENTENCE_FA = "در دسته لایه‌گذاری نادیده گرفته می‌شود؛ در تصویر تکی نه."


def conv2d(x, kernel, stride=1, padding=0):
    return right_conv2d(x, kernel, stride=stride, padding=0 if x.ndim == 4 else padding)
