"""Images are taken eight at a time, and an incomplete last chunk is dropped."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Convolve a batch of 9 images. How many feature maps come back?"
HINT_FA = "دسته‌ای از ۹ تصویر را کانولوشن کنید. چند نقشهٔ ویژگی برمی‌گردد؟"
SENTENCE_FA = "تصویرها هشت تا هشت تا گرفته شده‌اند و دستهٔ ناقص آخر کنار گذاشته شده است."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4 and len(x) > 8:
        x = x[: len(x) // 8 * 8]
    return right_conv2d(x, kernel, stride=stride, padding=padding)
