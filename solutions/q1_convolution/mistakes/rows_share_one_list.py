"""The output is made with [[0] * ow] * oh, so all its rows are the same list."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "valid"
ALSO = ("padding", "stride", "channels", "batch", "manners")
HINT_EN = "Type rows = [[0] * 2] * 3, then rows[0][0] = 1, and print rows."
HINT_FA = "بنویسید rows = [[0] * 2] * 3 و سپس rows[0][0] = 1 و rows را چاپ کنید."
SENTENCE_FA = "خروجی با [[0] * ow] * oh ساخته شده است، پس همهٔ سطرهایش یک فهرست‌اند."


def conv2d(x, kernel, stride=1, padding=0):
    if x.ndim == 4:
        maps = [
            [sum(conv2d(a, b, stride, padding) for a, b in zip(image, k, strict=True)) for k in kernel]
            for image in x
        ]
        return np.array(maps)
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    out = [[0] * right.shape[1]] * right.shape[0]
    for i, j in np.ndindex(*right.shape):
        out[i][j] = right[i, j]
    return np.array(out)
