"""A filter on which the loss does not depend is left out of the result instead of getting zeros."""

from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
HINT_EN = "Set the upstream gradient of one of two filters to zero and print the shape of your result."
HINT_FA = "گرادیان بالادستِ یکی از دو فیلتر را صفر کنید و شکل حاصل خود را چاپ کنید."
SENTENCE_FA = "فیلتری که زیان به آن وابسته نیست به‌جای گرفتن صفر از حاصل کنار گذاشته شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    return grad[grad_out.any(axis=(0, 2, 3))] if x.ndim == 4 else grad
