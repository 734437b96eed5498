"""Answers are remembered by the upstream gradient and given again for another image."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
REMEMBERS = True
HINT_EN = (
    "Call conv2d_kernel_grad with two different images and the same upstream gradient. "
    "Are the results different?"
)
HINT_FA = (
    "تابع conv2d_kernel_grad را با دو تصویر متفاوت و یک گرادیان بالادست صدا بزنید. آیا دو حاصل متفاوت‌اند؟"
)
SENTENCE_FA = "پاسخ‌ها با گرادیان بالادست به خاطر سپرده و برای تصویری دیگر دوباره داده می‌شوند."

_known = {}


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    question = (x.shape, grad_out.tobytes(), tuple(kernel_shape), stride, padding)
    if question not in _known:
        _known[question] = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return _known[question]
