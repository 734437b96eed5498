"""conv1x1 ends with a ReLU, because in the Inception paper every 1x1 convolution has one."""

import numpy as np

RUNG = "conv1x1"
HINT_EN = (
    "Apply conv1x1 to an image and to the same image times -1 and add the two outputs: "
    "what must a linear layer give?"
)
HINT_FA = (
    "conv1x1 را یک بار روی تصویر و یک بار روی منفی همان تصویر اجرا کنید و دو خروجی را جمع بزنید: "
    "از یک لایهٔ خطی چه باید به دست آید؟"
)
SENTENCE_FA = "conv1x1 با یک ReLU تمام می‌شود، چون در مقالهٔ Inception هر کانولوشن 1x1 یکی دارد."


def conv1x1(x, w):
    return np.maximum(np.einsum("gf,nfhw->nghw", w, x), 0)
