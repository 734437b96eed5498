"""The gradient is clipped to -100..100, as against exploding gradients in training."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "padding", "stride")
HINT_EN = (
    "Multiply the upstream gradient by 1000. Does every entry of your gradient become 1000 times as large?"
)
HINT_FA = "گرادیان بالادست را در ۱۰۰۰ ضرب کنید. آیا هر درایهٔ گرادیان شما ۱۰۰۰ برابر می‌شود؟"
SENTENCE_FA = (
    "گرادیان، مانند آنچه در آموزش برای مهار گرادیان‌های بسیار بزرگ می‌کنند، به بازهٔ ۱۰۰- تا ۱۰۰ بریده شده است."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return np.clip(right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding), -100, 100)
