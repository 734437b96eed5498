"""The numbers of the homework's own image are built in."""

import numpy as np
from q4_kernel_gradient import coefficients

RUNG = "one-hot"
ALSO = ("general", "channels", "padding", "stride")
HINT_EN = (
    "Call your function twice with different images and the same upstream gradient. Does the result change?"
)
HINT_FA = "تابعتان را با دو تصویر متفاوت و یک گرادیان بالادست صدا بزنید. نتیجه عوض می‌شود؟"
SENTENCE_FA = "عددهای تصویرِ خود تمرین در کد نوشته شده‌اند."


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return np.sum(np.array(coefficients) * grad_out, axis=(2, 3))
