"""The upstream gradients of all filters are added up, so all filters get the same gradient."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = (
    "Let one filter's upstream gradient be all zeros: the loss does not see that filter. Is its gradient 0?"
)
HINT_FA = "گرادیان بالادستِ یک فیلتر را تماماً صفر کنید: زیان آن فیلتر را نمی‌بیند. گرادیانِ آن فیلتر صفر می‌شود؟"
SENTENCE_FA = "گرادیان‌های بالادست همهٔ فیلترها با هم جمع شده‌اند، پس همهٔ فیلترها یک گرادیان می‌گیرند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4:
        grad_out = np.repeat(grad_out.sum(axis=1, keepdims=True), grad_out.shape[1], axis=1)
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
