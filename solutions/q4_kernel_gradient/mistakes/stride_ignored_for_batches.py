"""For a batch the stride is ignored; for a single image it is not."""

from q4_kernel_gradient import conv2d_kernel_grad as right_gradient

RUNG = "stride"
HINT_EN = "Ask for the same gradient with stride=2 once as (H, W) and once as (1, 1, H, W)."
HINT_FA = "یک گرادیان را با stride=2 یک بار به شکل (H, W) و یک بار به شکل (1, 1, H, W) بپرسید."
SENTENCE_FA = "در دسته گام نادیده گرفته می‌شود؛ در تصویر تکی نه."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return right_gradient(x, grad_out, kernel_shape, stride=1 if x.ndim == 4 else stride, padding=padding)
