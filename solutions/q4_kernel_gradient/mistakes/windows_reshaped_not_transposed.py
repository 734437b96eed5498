"""The windows of all images are put into one matrix by reshape, which mixes images and weights."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "channels"
ALSO = ("padding", "stride")
HINT_EN = (
    "np.arange(8).reshape(2, 2, 2) has the axes (image, weight, output). "
    "Print its reshape(2, -1): is row 0 all of weight 0?"
)
HINT_FA = (
    "محورهای np.arange(8).reshape(2, 2, 2) را (تصویر، وزن، خروجی) بگیرید. reshape(2, -1) آن را چاپ کنید: "
    "آیا سطر ۰ همهٔ وزن ۰ است؟"
)
SENTENCE_FA = "پنجره‌های همهٔ تصویرها با reshape در یک ماتریس گذاشته شده‌اند که تصویرها و وزن‌ها را درهم می‌کند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    if x.ndim == 2:
        return right_grad(x, grad_out, kernel_shape, stride=stride, padding=padding)
    around = (padding, padding)
    x = np.pad(x.astype(float), ((0, 0), (0, 0), around, around))
    (n, f, oh, ow), (_, c, kh, kw) = grad_out.shape, kernel_shape
    windows = np.empty((n, c, kh, kw, oh, ow))
    for a in range(kh):
        for b in range(kw):
            windows[:, :, a, b] = x[:, :, a::stride, b::stride][:, :, :oh, :ow]
    upstream = grad_out.astype(float).transpose(1, 0, 2, 3).reshape(f, -1)
    return (upstream @ windows.reshape(c * kh * kw, -1).T).reshape(kernel_shape)
