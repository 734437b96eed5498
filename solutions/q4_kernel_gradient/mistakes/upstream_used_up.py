"""The upstream gradient is set to zero in place after it was used."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("channels", "stride")
HINT_EN = "Print the upstream gradient before and after the call. Who else may still need it?"
HINT_FA = "گرادیان بالادست را پیش و پس از صدا زدن تابع چاپ کنید. چه کس دیگری هنوز به آن نیاز دارد؟"
SENTENCE_FA = "گرادیان بالادست پس از به کار رفتن درجا صفر شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    grad_out[...] = 0
    return grad
