"""The sums are kept in an array outside the function and go on growing with every call."""

import numpy as np
from q1_convolution import conv2d as right_conv2d

RUNG = "manners"
ALSO = ("batch",)
REMEMBERS = True
HINT_EN = "Call conv2d twice with the same image and kernel. Are the results equal?"
HINT_FA = "تابع conv2d را دو بار با همان تصویر و همان هسته صدا بزنید. آیا دو حاصل برابرند؟"
SENTENCE_FA = "مجموع‌ها در آرایه‌ای بیرون از تابع نگه داشته می‌شوند و با هر فراخوانی بزرگ‌تر می‌شوند."

_sums = {}


def conv2d(x, kernel, stride=1, padding=0):
    right = right_conv2d(x, kernel, stride=stride, padding=padding)
    total = _sums.setdefault((x.shape, kernel.shape, stride, padding), np.zeros(right.shape))
    total += right
    return total.copy()
