"""The four sums of the 2x2 case are written out, so there is no answer for any other kernel."""

import numpy as np

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = "Try a 2x3 kernel on a 3x5 image: does your result have 2 rows and 3 columns?"
HINT_FA = "یک هستهٔ 2x3 را روی تصویر 3x5 امتحان کنید: آیا نتیجه 2 سطر و 3 ستون دارد؟"
SENTENCE_FA = "چهار مجموعِ حالت 2x2 یک‌به‌یک نوشته شده‌اند، پس برای هستهٔ دیگری پاسخی نیست."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    grad = np.zeros((2, 2))
    for a in range(2):
        for b in range(2):
            grad[a, b] = (
                x[a, b] * grad_out[0, 0]
                + x[a, b + 1] * grad_out[0, 1]
                + x[a + 1, b] * grad_out[1, 0]
                + x[a + 1, b + 1] * grad_out[1, 1]
            )
    return grad
