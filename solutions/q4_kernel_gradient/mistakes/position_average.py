"""The contributions of the outputs are averaged instead of added."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Let one output have upstream gradient 1 and all others 0. "
    "Does your result shrink when the image, and with it the output, gets larger?"
)
HINT_FA = (
    "به یک خروجی گرادیان بالادستِ 1 و به بقیه 0 بدهید. "
    "آیا با بزرگ‌تر شدن تصویر (و خروجی) نتیجه‌تان کوچک‌تر می‌شود؟"
)
SENTENCE_FA = "به‌جای جمع سهم خروجی‌ها، میانگین آن‌ها گرفته شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    oh, ow = grad_out.shape[-2:]
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding) / (oh * ow)
