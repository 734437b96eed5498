"""In the loop over the batch, each image overwrites the gradient of the one before."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("stride",)
HINT_EN = "Change the first image of a batch. Does your result change?"
HINT_FA = "تصویر اول دسته را عوض کنید. نتیجهٔ شما عوض می‌شود؟"
SENTENCE_FA = "در حلقهٔ دسته، هر تصویر روی گرادیان تصویر پیشین نوشته می‌شود."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return right_grad(x, grad_out, kernel_shape, stride, padding)
    grad = np.zeros(kernel_shape)
    for n in range(len(x)):
        grad = right_grad(x[n : n + 1], grad_out[n : n + 1], kernel_shape, stride, padding)
    return grad
