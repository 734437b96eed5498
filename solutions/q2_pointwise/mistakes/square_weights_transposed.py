"""Which axis of w is which is guessed from its shape: a square w is transposed."""

from q2_pointwise import conv1x1 as right_conv1x1

RUNG = "conv1x1"
HINT_EN = (
    "Take one pixel with the channels 1 and 2 and w = [[1, 3], [0, 1]]. "
    "Work out the first output channel by hand."
)
HINT_FA = "یک پیکسل با کانال‌های ۱ و ۲ و w = [[1, 3], [0, 1]] بگیرید. نخستین کانال خروجی را با دست حساب کنید."
SENTENCE_FA = "نقش محورهای w از شکل آن حدس زده شده است: w مربعی ترانهاده می‌شود."


def conv1x1(x, w):
    return right_conv1x1(x, w.T if w.shape[1] == w.shape[0] else w)
