"""Pixels that no window reaches are set to zero in the caller's own image."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = (
    "Print a float image with a row of 7 pixels, ask for the gradient of a kernel of 2 with stride=2, "
    "and print it again."
)
HINT_FA = (
    "تصویری اعشاری با یک سطر ۷ پیکسلی را چاپ کنید، گرادیان هسته‌ای به طول ۲ را با stride=2 بخواهید و دوباره "
    "چاپ کنید."
)
SENTENCE_FA = "پیکسل‌هایی که هیچ پنجره‌ای به آن‌ها نمی‌رسد در خود تصویر فراخواننده صفر می‌شوند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.dtype == float and x.flags.writeable and not padding:
        (oh, ow), (kh, kw) = grad_out.shape[-2:], kernel_shape[-2:]
        x[..., (oh - 1) * stride + kh :, :] = 0
        x[..., (ow - 1) * stride + kw :] = 0
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
