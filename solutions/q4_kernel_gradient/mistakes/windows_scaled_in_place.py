"""A slice is a view: scaling the window in place scales the image under the windows that follow."""

import numpy as np

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "Print the image before and after the call. Is it still the same?"
HINT_FA = "تصویر را پیش و پس از صدا زدن تابع چاپ کنید. آیا هنوز همان است؟"
SENTENCE_FA = (
    "برش یک نما (view) از تصویر است: مقیاس کردن درجای پنجره، تصویرِ زیر پنجره‌های بعدی را هم مقیاس می‌کند."
)


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
    if padding:
        x = np.pad(x, padding)
    grad = np.zeros(kernel_shape)
    for i in range(oh):
        for j in range(ow):
            window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
            window *= grad_out[i, j]
            grad += window
    return grad
