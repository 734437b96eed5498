"""What lies between the two convolutions is kept in the type of the image:
with whole pixels its fractions are cut off."""

import numpy as np
from q2_pointwise import conv1x1

RUNG = "bottleneck"
HINT_EN = (
    "Take one whole pixel, np.array([[[[1]]]]), w1 = [[0.5]] and w2 = [[2.0]]. "
    "What lies in the middle, and what comes out?"
)
HINT_FA = (
    "یک پیکسل صحیح np.array([[[[1]]]])، w1 = [[0.5]] و w2 = [[2.0]] بگیرید. "
    "در میانه چه هست و چه به دست می‌آید؟"
)
SENTENCE_FA = (
    "آنچه میان دو کانولوشن است به نوع تصویر نگه داشته شده است: با پیکسل‌های صحیح، کسرها بریده می‌شوند."
)


def bottleneck(x, w1, w2):
    hidden = np.maximum(conv1x1(x, w1), 0).astype(x.dtype)
    return np.maximum(conv1x1(hidden, w2), 0)
