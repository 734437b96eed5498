"""Every channel is multiplied by its own weight and nothing is added up, as in a depthwise convolution."""

import numpy as np

RUNG = "conv1x1"
ALSO = ("bottleneck",)
HINT_EN = (
    "Set channel 0 of an image to zero and give it w = [[0, 1], [1, 0]]. "
    "Is output channel 0 zero? Should it be?"
)
HINT_FA = (
    "کانال صفر یک تصویر را صفر کنید و w = [[0, 1], [1, 0]] بدهید. آیا کانال صفر خروجی صفر است؟ باید باشد؟"
)
SENTENCE_FA = "هر کانال در وزن خودش ضرب شده و چیزی جمع نشده است، مانند کانولوشن depthwise."


def conv1x1(x, w):
    return x * np.diagonal(w)[None, :, None, None]
