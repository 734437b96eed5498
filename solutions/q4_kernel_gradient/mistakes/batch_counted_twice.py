"""The sum over the batch is taken twice, so the result is too large by the number of images."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = (
    "Put the same image into the batch twice, with the same upstream gradient. "
    "Does your result double, or become four times as large?"
)
HINT_FA = "یک تصویر را دو بار، با همان گرادیان بالادست، در دسته بگذارید. نتیجه دو برابر می‌شود یا چهار برابر؟"
SENTENCE_FA = "جمع روی دسته دو بار گرفته شده است، پس حاصل به تعداد تصویرها بزرگ‌تر است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    images = len(x) if x.ndim == 4 else 1
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding) * images
