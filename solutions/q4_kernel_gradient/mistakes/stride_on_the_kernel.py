"""The stride is applied to the kernel's weights instead of the windows, as in a dilated convolution."""

import numpy as np

RUNG = "stride"
HINT_EN = (
    "With stride 2 and a 1x2 kernel: how far apart are the pixels under the two weights of one window, "
    "and how far apart are two windows?"
)
HINT_FA = "با گام 2 و هستهٔ 1x2: پیکسل‌های زیر دو وزنِ یک پنجره چقدر از هم فاصله دارند، و دو پنجره چقدر؟"
SENTENCE_FA = "گام به‌جای پنجره‌ها روی وزن‌های هسته به کار رفته است، مانند کانولوشن متسع (dilated)."


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
                "nfij,ncij->fc", grad_out, x[:, :, a * stride : a * stride + oh, b * stride : b * stride + ow]
            )
    return grad
