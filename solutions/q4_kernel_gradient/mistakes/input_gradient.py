"""The gradient with respect to the image is computed, not the one with respect to the kernel."""

import numpy as np

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "Print the shape of your result. There must be one number for each weight of the kernel: is there?"
HINT_FA = "شکل نتیجه را چاپ کنید. باید برای هر وزنِ هسته یک عدد داشته باشد؛ دارد؟"
SENTENCE_FA = "گرادیان نسبت به تصویر حساب شده است، نه نسبت به هسته."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    kh, kw = kernel_shape[-2:]
    oh, ow = grad_out.shape[-2:]
    grad = np.zeros(x.shape)
    for i in range(oh):
        for j in range(ow):
            grad[i * stride : i * stride + kh, j * stride : j * stride + kw] += grad_out[i, j]
    return grad
