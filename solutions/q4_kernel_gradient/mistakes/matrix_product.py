"""dLoss/dO * dO/dF is read as a matrix product of upstream gradient and window."""

import numpy as np

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Is there a row-by-column product anywhere in dLoss/dF11 = dLoss/dO11 * X11 + dLoss/dO12 * X12 + ...? "
    "Compare with * and a sum."
)
HINT_FA = (
    "در dLoss/dF11 = dLoss/dO11 * X11 + dLoss/dO12 * X12 + ... "
    "آیا جایی سطر در ستون ضرب می‌شود؟ آن را با * و جمع مقایسه کنید."
)
SENTENCE_FA = "dLoss/dO * dO/dF ضرب ماتریسی گرادیان بالادست و پنجره خوانده شده است."


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
    for a in range(kh):
        for b in range(kw):
            window = x[a : a + stride * oh : stride, b : b + stride * ow : stride]
            grad[a, b] = np.sum(grad_out.T @ window)
    return grad
