"""The windows are lined up with the bottom right end of the image,
so the leftover pixels are taken at the start."""

import numpy as np
from q4_kernel_gradient import conv2d_kernel_grad as right_grad

RUNG = "stride"
HINT_EN = "Where does the first window start when a 1x5 image meets a 1x2 kernel with stride 2?"
HINT_FA = "وقتی هستهٔ 1x2 با گام 2 روی تصویر 1x5 می‌لغزد، پنجرهٔ اول از کجا شروع می‌شود؟"
SENTENCE_FA = "پنجره‌ها با گوشهٔ پایین و راست تصویر تراز شده‌اند، پس پیکسل‌های باقی‌مانده در آغاز گرفته شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    x = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(padding, padding)] * 2)
    top, left = ((n - k) % stride for n, k in zip(x.shape[-2:], kernel_shape[-2:], strict=True))
    return right_grad(x[..., top:, left:], grad_out, kernel_shape, stride=stride)
