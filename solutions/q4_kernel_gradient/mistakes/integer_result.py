"""The result array takes over the integer type of the image and cuts off the fractions."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "general"
ALSO = ("stride",)
HINT_EN = (
    "Call your function with an image of integers and an upstream gradient of 0.5, "
    "then print the dtype of the result."
)
HINT_FA = "تابعتان را با تصویری از اعداد صحیح و گرادیان بالادست 0.5 صدا بزنید و dtype نتیجه را چاپ کنید."
SENTENCE_FA = "آرایهٔ حاصل نوعِ صحیح تصویر را گرفته است و کسرها را می‌بُرد."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = np.zeros(kernel_shape, dtype=x.dtype)
    right = right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    for place in np.ndindex(grad.shape):  # one by one, as a loop over the weights does
        grad[place] = right[place]
    return grad
