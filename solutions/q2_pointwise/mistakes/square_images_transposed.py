"""In square images, rows and columns are exchanged."""

import numpy as np

RUNG = "conv1x1"
HINT_EN = "Take an image [[1, 2], [3, 4]] with one channel and the weight 1. Is anything changed?"
HINT_FA = "تصویر [[1, 2], [3, 4]] با یک کانال و وزن ۱ را بگیرید. آیا چیزی تغییر می‌کند؟"
SENTENCE_FA = "در تصویرهای مربعی، سطرها و ستون‌ها جابه‌جا می‌شوند."


def conv1x1(x, w):
    out = np.einsum("nfhw,gf->nghw", x.astype(float), w)
    return out.swapaxes(2, 3) if x.shape[2] == x.shape[3] else out
