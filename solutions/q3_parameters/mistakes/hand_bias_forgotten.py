"""By hand, the biases are not counted."""

RUNG = "by hand"
HINT_EN = (
    "Write down all the numbers that one single unit of the dense layer learns. Is there one that is "
    "multiplied with nothing?"
)
HINT_FA = (
    "همهٔ عددهایی را که فقط یک واحد از لایهٔ dense یاد می‌گیرد بنویسید. آیا میان آن‌ها عددی هست که در "
    "چیزی ضرب نشود؟"
)
SENTENCE_FA = "در جدول دستی، بایاس‌ها شمرده نشده‌اند."

printed_table = [
    ("conv2d", (None, 14, 14, 16), 144),
    ("maxpool2d", (None, 7, 7, 16), 0),
    ("flatten", (None, 784), 0),
    ("dense", (None, 5), 3920),
]
