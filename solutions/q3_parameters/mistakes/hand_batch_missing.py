"""By hand, the shapes lack the batch."""

RUNG = "by hand"
HINT_EN = "A network is given many images at once. Where does your shape say that their number is left open?"
HINT_FA = "به شبکه چندین تصویر با هم داده می‌شود. کجای شکلی که نوشته‌اید می‌گوید که تعدادشان آزاد است؟"
SENTENCE_FA = "در جدول دستی، جای دسته در شکل‌ها نیست."

printed_table = [
    ("conv2d", (14, 14, 16), 160),
    ("maxpool2d", (7, 7, 16), 0),
    ("flatten", (784,), 0),
    ("dense", (5,), 3925),
]
