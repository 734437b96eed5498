"""The result is not cut to kernel_shape: leftover pixels of the image give it extra rows and columns."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = (
    "Try a 1x5 image with a 1x2 kernel and stride 2. "
    "How many columns does your result have, and how many the kernel?"
)
HINT_FA = "تصویر 1x5 را با هستهٔ 1x2 و گام 2 امتحان کنید. نتیجه‌تان چند ستون دارد و هسته چند ستون؟"
SENTENCE_FA = (
    "حاصل به اندازهٔ kernel_shape بریده نشده است: پیکسل‌های باقی‌ماندهٔ تصویر به آن سطر و ستون اضافه می‌دهند."
)


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    n, f, oh, ow = grad_out.shape
    spread = np.zeros((n, f, (oh - 1) * stride + 1, (ow - 1) * stride + 1))
    spread[:, :, ::stride, ::stride] = grad_out
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = x.shape[2] - spread.shape[2] + 1, x.shape[3] - spread.shape[3] + 1
    return right_grad(x, spread, (f, x.shape[1], kh, kw))
