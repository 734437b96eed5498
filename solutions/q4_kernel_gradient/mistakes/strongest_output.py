"""Only the output with the largest upstream gradient hands on its window, as in max pooling."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "padding", "stride")
HINT_EN = (
    "Let two outputs have upstream gradients 1 and 10. "
    "Does the smaller one have any influence on your result?"
)
HINT_FA = "به دو خروجی گرادیان‌های بالادست 1 و 10 بدهید. آن که کوچک‌تر است هیچ اثری در نتیجهٔ شما دارد؟"
SENTENCE_FA = "فقط خروجی‌ای که بزرگ‌ترین گرادیان بالادست را دارد پنجره‌اش را می‌دهد، مانند ادغام بیشینه."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    strongest = np.where(grad_out == grad_out.max(), grad_out, 0)
    return right_grad(x, strongest, kernel_shape, stride=stride, padding=padding)
