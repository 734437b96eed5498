"""The gradients of the images are averaged instead of added."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = "Put the same image into the batch twice, with the same upstream gradient. Does your result double?"
HINT_FA = "یک تصویر را دو بار، با همان گرادیان بالادست، در دسته بگذارید. نتیجهٔ شما دو برابر می‌شود؟"
SENTENCE_FA = "به‌جای جمع گرادیان تصویرها، میانگین آن‌ها گرفته شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    images = len(x) if x.ndim == 4 else 1
    return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding) / images
