"""Rows and columns of the gradient are exchanged where the kernel is a square."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "Let a single output matter: are the rows of its window the rows of your result, or the columns?"
HINT_FA = "فقط یک خروجی را مهم کنید: سطرهای پنجرهٔ آن، سطرهای نتیجهٔ شما هستند یا ستون‌های آن؟"
SENTENCE_FA = "جایی که هسته مربع است جای سطرها و ستون‌های گرادیان عوض شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return grad.swapaxes(-1, -2) if kernel_shape[-1] == kernel_shape[-2] else grad
