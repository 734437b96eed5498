"""The step against the gradient is returned, with a minus sign."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "Pixel 2, upstream gradient 10: if the weight grows by 1, does the loss grow by 20 or fall by 20?"
HINT_FA = (
    "پیکسل 2 و گرادیان بالادست 10: اگر وزن یک واحد زیاد شود، زیان 20 تا بالا می‌رود یا 20 تا پایین می‌آید؟"
)
SENTENCE_FA = "گام در خلاف جهت گرادیان، با علامت منفی، برگردانده شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return -right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
