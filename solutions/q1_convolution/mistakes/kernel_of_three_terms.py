"""The kernel is taken apart by SVD and only three terms are kept, too few for larger kernels."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
HINT_EN = (
    "Convolve a 4x4 image with np.diag([1.0, 2.0, 3.0, 4.0]). Does the smallest of the four numbers count?"
)
HINT_FA = (
    "تصویری ۴ در ۴ را با np.diag([1.0, 2.0, 3.0, 4.0]) کانولوشن کنید. آیا کوچک‌ترین آن چهار عدد به حساب می‌آید؟"
)
SENTENCE_FA = "هسته با SVD تجزیه و فقط سه جملهٔ آن نگه داشته شده است، که برای هسته‌های بزرگ‌تر کم است."


def conv2d(x, kernel, stride=1, padding=0):
    u, s, vt = np.linalg.svd(kernel, full_matrices=False)
    kept = (u[..., :3] * s[..., None, :3]) @ vt[..., :3, :]
    return right_conv2d(x, kept, stride=stride, padding=padding)
