"""Where there is only one output, the image itself is returned, without the upstream gradient."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
HINT_EN = (
    "Take a kernel as large as the image, and the upstream gradients [[1]] and [[2]]. "
    "Are the two answers different?"
)
HINT_FA = "هسته‌ای به بزرگی تصویر و گرادیان‌های بالادست [[1]] و [[2]] را بگیرید. آیا دو پاسخ متفاوت‌اند؟"
SENTENCE_FA = "جایی که فقط یک خروجی هست، خود تصویر بدون گرادیان بالادست برگردانده شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.shape == tuple(kernel_shape):
        return x.copy()
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
