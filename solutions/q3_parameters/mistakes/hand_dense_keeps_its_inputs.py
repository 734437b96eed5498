"""By hand, the dense layer's output is as long as its input."""

RUNG = "by hand"
HINT_EN = "How many numbers does one unit of a dense layer put out, and how many units are there?"
HINT_FA = "یک واحد از لایهٔ dense چند عدد بیرون می‌دهد، و چند واحد هست؟"
SENTENCE_FA = "در جدول دستی، خروجی لایهٔ dense به درازای ورودی آن است."

printed_table = [
    ("conv2d", (None, 14, 14, 16), 160),
    ("maxpool2d", (None, 7, 7, 16), 0),
    ("flatten", (None, 784), 0),
    ("dense", (None, 784), 3925),
]
