"""The output gets the type of the image, so with an integer image the fractions are cut off."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = "Give an image of ints (no decimal points) the weights [[0.5]]. What type does your output have?"
HINT_FA = "به تصویری از عددهای صحیح (بدون ممیز) وزن [[0.5]] بدهید. نوع (dtype) خروجی شما چیست؟"
SENTENCE_FA = "خروجی از نوع تصویر است، پس با تصویری از عددهای صحیح کسرها بریده می‌شوند."


def conv1x1(x, w):
    out = np.zeros((x.shape[0], w.shape[0], x.shape[2], x.shape[3]), dtype=x.dtype)
    for g in range(w.shape[0]):
        out[:, g] = (x * w[g][:, None, None]).sum(axis=1)
    return out
