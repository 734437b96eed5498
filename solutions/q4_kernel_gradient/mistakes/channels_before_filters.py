"""The result has the axes (C, F, KH, KW), not (F, C, KH, KW)."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = (
    "Take 3 channels and 2 filters and print the shape of your result. Which comes first in kernel_shape?"
)
HINT_FA = "3 کانال و 2 فیلتر بگیرید و شکل نتیجه را چاپ کنید. در kernel_shape کدام اول می‌آید؟"
SENTENCE_FA = "محورهای حاصل (C, F, KH, KW) هستند، نه (F, C, KH, KW)."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return grad.swapaxes(0, 1) if x.ndim == 4 else grad
