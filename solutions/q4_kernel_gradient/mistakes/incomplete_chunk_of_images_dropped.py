"""Images are taken four at a time, and an incomplete last chunk is dropped."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
HINT_EN = (
    "Take 5 images of one pixel, all 1, and upstream gradients of 1. What is the gradient of the only weight?"
)
HINT_FA = "۵ تصویر تک‌پیکسل با مقدار ۱ و گرادیان‌های بالادست ۱ بگیرید. گرادیان تنها وزن چند است؟"
SENTENCE_FA = "تصویرها چهار تا چهار تا گرفته شده‌اند و دستهٔ ناقص آخر کنار گذاشته شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4 and len(x) > 4:
        x, grad_out = x[: len(x) // 4 * 4], grad_out[: len(x) // 4 * 4]
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
