"""By hand, the batch is 1, as if the network took one image only."""

RUNG = "by hand"
HINT_EN = (
    "A network is given many images at once. What does the summary write in the place of a number that "
    "is left open?"
)
HINT_FA = "به شبکه چندین تصویر با هم داده می‌شود. جدول در جای عددی که باز مانده چه می‌نویسد؟"
SENTENCE_FA = "در جدول دستی، دسته ۱ است، گویی شبکه تنها یک تصویر می‌گیرد."

printed_table = [
    ("conv2d", (1, 14, 14, 16), 160),
    ("maxpool2d", (1, 7, 7, 16), 0),
    ("flatten", (1, 784), 0),
    ("dense", (1, 5), 3925),
]
