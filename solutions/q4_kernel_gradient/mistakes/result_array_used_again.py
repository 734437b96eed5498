"""One array holds the results of each shape: a call changes what the call before it has returned."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
HINT_EN = (
    "Keep the result of a call, call conv2d_kernel_grad with another image, and print the first result again."
)
HINT_FA = "حاصل یک فراخوانی را نگه دارید، conv2d_kernel_grad را با تصویری دیگر صدا بزنید و حاصل نخست را دوباره چاپ کنید."
SENTENCE_FA = (
    "یک آرایه حاصل‌های هر شکل را نگه می‌دارد: هر فراخوانی آنچه را فراخوانی پیشین برگردانده است تغییر می‌دهد."
)

_results = {}


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    result = _results.setdefault(tuple(kernel_shape), np.zeros(kernel_shape))
    result[...] = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return result
