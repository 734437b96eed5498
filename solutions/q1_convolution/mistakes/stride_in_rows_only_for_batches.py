"""For a batch the stride is used from row to row only, not from column to column."""

from q1_convolution import conv2d as right_conv2d

RUNG = "batch"
HINT_EN = "Print conv2d(np.ones((1, 1, 4, 4)), np.ones((1, 1, 1, 1)), stride=2).shape."
HINT_FA = "مقدار conv2d(np.ones((1, 1, 4, 4)), np.ones((1, 1, 1, 1)), stride=2).shape را چاپ کنید."
SENTENCE_FA = "در دسته گام فقط از سطری به سطر دیگر به کار می‌رود، نه از ستونی به ستون دیگر."


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, padding=padding)
    return right[:, :, ::stride] if x.ndim == 4 else right[::stride, ::stride]
