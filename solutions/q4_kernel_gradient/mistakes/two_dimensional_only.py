"""Only one image with one channel is thought of."""

import numpy as np

RUNG = "channels"
ALSO = ("padding", "stride", "general")
HINT_EN = (
    "Call your function with x of shape (1, 1, 3, 3). "
    "It should do what it does for (3, 3), with two more axes."
)
HINT_FA = (
    "تابعتان را با x به شکل (1, 1, 3, 3) صدا بزنید. باید همان کاری را بکند که برای (3, "
    "3) می‌کند، فقط با دو محور بیشتر."
)
SENTENCE_FA = "فقط به یک تصویر با یک کانال فکر شده است."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    kh, kw = kernel_shape
    oh, ow = grad_out.shape
    x = np.pad(x, padding)
    grad = np.zeros((kh, kw))
    for a in range(kh):
        for b in range(kw):
            grad[a, b] = np.sum(grad_out * x[a : a + stride * oh : stride, b : b + stride * ow : stride])
    return grad
