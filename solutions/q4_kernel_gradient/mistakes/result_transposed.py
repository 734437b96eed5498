"""Rows and columns of the gradient are exchanged."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "Let a single output matter: are the rows of its window the rows of your result, or the columns?"
HINT_FA = "فقط یک خروجی را مهم کنید: سطرهای پنجرهٔ آن، سطرهای نتیجهٔ شما هستند یا ستون‌های آن؟"
SENTENCE_FA = "جای سطرها و ستون‌های گرادیان عوض شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding).swapaxes(-1, -2)
