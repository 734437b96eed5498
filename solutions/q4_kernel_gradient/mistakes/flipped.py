"""The gradient is turned around, as in the mathematician's convolution."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Make a single output matter (upstream 1 there, 0 elsewhere): "
    "does its window appear as it stands in the image, or upside down?"
)
HINT_FA = (
    "گرادیان بالادست را فقط در یک خانه 1 بگذارید: پنجرهٔ آن خانه همان‌طور که در تصویر هست ظاهر می‌شود یا وارونه؟"
)
SENTENCE_FA = "گرادیان وارونه شده است، مانند کانولوشن ریاضی‌دان‌ها."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)[..., ::-1, ::-1]
