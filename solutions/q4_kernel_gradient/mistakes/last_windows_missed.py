"""The loop over the window's positions ends one too early: range(0, H - KH) leaves the last one out."""

import numpy as np

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "A 1x2 kernel fits into a 1x4 image at three places. Print the positions that your loop visits."
HINT_FA = "هستهٔ 1x2 در سه جای تصویر 1x4 جا می‌گیرد. جاهایی را که حلقه‌تان می‌بیند چاپ کنید."
SENTENCE_FA = "حلقهٔ جاهای پنجره یکی زود تمام می‌شود: range(0, H - KH) آخرین جا را در بر ندارد."


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
    x = np.pad(x, padding)
    h, w = x.shape
    grad = np.zeros(kernel_shape)
    for top in range(0, h - kh, stride):
        for left in range(0, w - kw, stride):
            grad += x[top : top + kh, left : left + kw] * grad_out[top // stride, left // stride]
    return grad
