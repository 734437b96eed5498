"""The stride is applied to the rows, and the columns are taken one by one."""

import numpy as np

RUNG = "stride"
HINT_EN = "Try stride 2 on an image with a single row. Does anything change compared to stride 1?"
HINT_FA = "گام 2 را روی تصویری با فقط یک سطر امتحان کنید. نسبت به گام 1 چیزی عوض می‌شود؟"
SENTENCE_FA = "گام روی سطرها به کار رفته و ستون‌ها یکی‌یکی برداشته شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return conv2d_kernel_grad(
            x[None, None], grad_out[None, None], (1, 1, *kernel_shape), stride, padding
        )[0, 0]
    kh, kw = kernel_shape[2:]
    oh, ow = grad_out.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad = np.zeros(kernel_shape)
    for a in range(kh):
        for b in range(kw):
            grad[:, :, a, b] = np.einsum(
                "nfij,ncij->fc", grad_out, x[:, :, a : a + stride * oh : stride, b : b + ow]
            )
    return grad
