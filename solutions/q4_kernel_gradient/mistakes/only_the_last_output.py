"""In the loop, each output's contribution overwrites the one before (= instead of +=)."""

import numpy as np

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "Let the upstream gradient be 1 at the first output only. Why is your result 0?"
HINT_FA = "گرادیان بالادست را فقط در اولین خروجی 1 بگذارید. چرا نتیجه‌تان صفر است؟"
SENTENCE_FA = "در حلقه، سهم هر خروجی روی سهم خروجی پیشین نوشته می‌شود (= به‌جای +=)."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 4:
        return np.array(
            [
                [
                    sum(
                        conv2d_kernel_grad(x[n, c], grad_out[n, f], kernel_shape[2:], stride, padding)
                        for n in range(len(x))
                    )
                    for c in range(kernel_shape[1])
                ]
                for f in range(kernel_shape[0])
            ]
        )
    kh, kw = kernel_shape
    oh, ow = grad_out.shape
    x = np.pad(x, padding)
    grad = np.zeros(kernel_shape)
    for i in range(oh):
        for j in range(ow):
            window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
            grad = window * grad_out[i, j]
    return grad
