"""Answers are remembered without the shape of the kernel, although two kernels may fit the same arrays."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
REMEMBERS = True
HINT_EN = (
    "Ask for kernels of 2 and of 3 weights with the same row of 7 pixels, "
    "the same three upstream gradients and stride=2."
)
HINT_FA = "با همان سطر ۷ پیکسلی، همان سه گرادیان بالادست و stride=2، هسته‌های دو و سه وزنی را بپرسید."
SENTENCE_FA = (
    "پاسخ‌ها بدون شکل هسته به خاطر سپرده شده‌اند، با این که دو هسته می‌توانند با همان آرایه‌ها جور باشند."
)

_known = {}


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    question = (x.shape, x.tobytes(), grad_out.shape, grad_out.tobytes(), stride, padding)
    if question not in _known:
        _known[question] = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return _known[question]
