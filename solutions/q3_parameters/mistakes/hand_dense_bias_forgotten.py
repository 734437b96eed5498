"""By hand, the biases of the dense layer are not counted, those of the convolution are."""

RUNG = "by hand"
HINT_EN = (
    "Write down what one dense unit computes from two numbers. How many numbers in that formula are learned?"
)
HINT_FA = "بنویسید که یک واحد لایهٔ dense از دو عدد چه چیزی حساب می‌کند. چند عدد در این فرمول آموخته می‌شود؟"
SENTENCE_FA = "در جدول دستی، بایاس‌های کانولوشن شمرده شده‌اند ولی بایاس‌های لایهٔ dense نه."

printed_table = [
    ("conv2d", (None, 14, 14, 16), 160),
    ("maxpool2d", (None, 7, 7, 16), 0),
    ("flatten", (None, 784), 0),
    ("dense", (None, 5), 3920),
]
