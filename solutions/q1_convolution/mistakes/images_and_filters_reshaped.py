"""The result (F, N, OH, OW) is brought to (N, F, OH, OW) with reshape instead of transpose."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = (
    "Convolve the images [[1]] and [[2]] with the filters [[1]] and [[10]]. "
    "Are 1 and 10 together in the answer to the first image?"
)
HINT_FA = (
    "تصویرهای [[1]] و [[2]] را با فیلترهای [[1]] و [[10]] کانولوشن کنید. "
    "آیا ۱ و ۱۰ با هم در پاسخ تصویر نخست‌اند؟"
)
SENTENCE_FA = "حاصل (F, N, OH, OW) به‌جای transpose با reshape به شکل (N, F, OH, OW) درآمده است."


def conv2d(x, kernel, stride=1, padding=0):
    out = right_conv2d(x, kernel, stride=stride, padding=padding)
    return out.swapaxes(0, 1).reshape(out.shape) if x.ndim == 4 else out
