"""The upstream gradient is transposed."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Put the upstream 1 at row 0, column 1. Is the window that comes out one pixel to the right in the "
    "image, or one down?"
)
HINT_FA = (
    "عدد 1ِ گرادیان بالادست را در سطر 0 و ستون 1 بگذارید. "
    "پنجره‌ای که بیرون می‌آید یک پیکسل به راست رفته یا یک پیکسل به پایین؟"
)
SENTENCE_FA = "گرادیان بالادست ترانهاده شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, grad_out.swapaxes(-1, -2), kernel_shape, stride=stride, padding=padding)
