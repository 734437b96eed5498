"""The image gets the type of the upstream gradient: with a whole-numbered one, its fractions are cut off."""

from q4_kernel_gradient import conv2d_kernel_grad as right_gradient

RUNG = "general"
ALSO = ("stride",)
HINT_EN = "Take the image [[0.5]], the upstream gradient [[1]] and a 1x1 kernel. What is 0.5 * 1?"
HINT_FA = "تصویر [[0.5]]، گرادیان بالادست [[1]] و هستهٔ ۱×۱ را بگیرید. حاصل 0.5 * 1 چیست؟"
SENTENCE_FA = "تصویر نوع گرادیان بالادست را می‌گیرد: اگر آن صحیح باشد، کسرهای تصویر بریده می‌شوند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    x = x.astype(grad_out.dtype)
    return right_gradient(x, grad_out, kernel_shape, stride=stride, padding=padding)
