"""Filters and channels are put in order only where the shape doesn't fit;
with as many of both they stay exchanged."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = (
    "Take one image of one pixel with the channels 1 and 2 and the upstream gradients 10 and 100. "
    "Which weight gets 1 times 100?"
)
HINT_FA = (
    "تصویری تک‌پیکسل با کانال‌های ۱ و ۲ و گرادیان‌های بالادست ۱۰ و ۱۰۰ بگیرید. "
    "حاصل ۱ ضرب در ۱۰۰ به کدام وزن می‌رسد؟"
)
SENTENCE_FA = "فیلترها و کانال‌ها فقط جایی مرتب شده‌اند که شکل جور نیست؛ با تعداد برابر، جابه‌جا می‌مانند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    gradient = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return (
        gradient.swapaxes(0, 1) if gradient.ndim == 4 and gradient.shape[0] == gradient.shape[1] else gradient
    )
