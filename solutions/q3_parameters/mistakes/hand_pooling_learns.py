"""By hand, the pooling window is counted as a kernel with weights."""

RUNG = "by hand"
HINT_EN = "Take the maximum of 3, 1, 4, 1. Which number did you have to learn for that?"
HINT_FA = "بیشینهٔ ۳، ۱، ۴، ۱ را بگیرید. برای این کار کدام عدد را باید یاد می‌گرفتید؟"
SENTENCE_FA = "در جدول دستی، پنجرهٔ ادغام هسته‌ای با وزن شمرده شده است."

printed_table = [
    ("conv2d", (None, 14, 14, 16), 160),
    ("maxpool2d", (None, 7, 7, 16), 80),
    ("flatten", (None, 784), 0),
    ("dense", (None, 5), 3925),
]
