"""Each table is turned around, as the kernel is in the gradient for the image."""

RUNG = "by hand"
HINT_EN = (
    "In dLoss/dF11, which pixel stands next to dLoss/dO11? "
    "Write O11 out, and look what F11 is multiplied with."
)
HINT_FA = "در dLoss/dF11 کدام پیکسل کنار dLoss/dO11 است؟ O11 را باز کنید و ببینید F11 در چه ضرب شده است."
SENTENCE_FA = "هر جدول وارونه شده است، آن‌گونه که هسته در گرادیان نسبت به تصویر وارونه می‌شود."

coefficients = [[[[1, 3], [3, 2]], [[5, 1], [4, 3]]], [[[-1, 4], [1, 3]], [[-2, -1], [5, 1]]]]
