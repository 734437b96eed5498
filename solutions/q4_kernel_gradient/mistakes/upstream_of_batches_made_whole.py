"""In a batch, fractions of the upstream gradient are cut off."""

from q4_kernel_gradient import conv2d_kernel_grad as right_gradient

RUNG = "general"
ALSO = ("stride",)
HINT_EN = "Take an image of one pixel 2 in four axes and the upstream gradient 0.5. What is 2 * 0.5?"
HINT_FA = "تصویری با یک پیکسل ۲ در چهار محور و گرادیان بالادست 0.5 را بگیرید. حاصل 2 * 0.5 چیست؟"
SENTENCE_FA = "در دسته، کسرهای گرادیان بالادست بریده می‌شوند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad_out = grad_out.astype(int) if grad_out.ndim == 4 else grad_out
    return right_gradient(x, grad_out, kernel_shape, stride=stride, padding=padding)
