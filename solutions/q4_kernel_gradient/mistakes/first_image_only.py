"""Only the first image of the batch is used."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = "Change the second image of a batch. Does your result change?"
HINT_FA = "تصویر دوم دسته را عوض کنید. نتیجهٔ شما عوض می‌شود؟"
SENTENCE_FA = "فقط نخستین تصویر دسته به کار رفته است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4:
        x, grad_out = x[:1], grad_out[:1]
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
