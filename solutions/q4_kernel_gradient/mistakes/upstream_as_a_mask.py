"""The upstream gradient decides which outputs count, as with a ReLU, but not how strongly."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "padding", "stride")
HINT_EN = "Double the upstream gradient: the loss reacts twice as strongly. Does your result double?"
HINT_FA = "گرادیان بالادست را دو برابر کنید: زیان دو برابر واکنش نشان می‌دهد. نتیجهٔ شما هم دو برابر می‌شود؟"
SENTENCE_FA = "گرادیان بالادست، مانند ReLU، تعیین می‌کند کدام خروجی‌ها به شمار آیند، ولی نه با چه شدتی."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, (grad_out > 0).astype(float), kernel_shape, stride=stride, padding=padding)
