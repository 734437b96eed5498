"""The sum is divided by the sum of the upstream gradient, a weighted average of the windows."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "padding", "stride")
HINT_EN = "Double the upstream gradient: the loss reacts twice as strongly. Does your result double?"
HINT_FA = "گرادیان بالادست را دو برابر کنید: زیان دو برابر واکنش نشان می‌دهد. نتیجهٔ شما هم دو برابر می‌شود؟"
SENTENCE_FA = "مجموع بر جمع گرادیان بالادست تقسیم شده است: میانگینی وزن‌دار از پنجره‌ها."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding) / grad_out.sum()
