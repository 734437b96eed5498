"""By hand, a whole layer has one single bias."""

RUNG = "by hand"
HINT_EN = (
    "Two units see the same input and have the same weights. Can a layer with one bias make their "
    "outputs differ? Keras can."
)
HINT_FA = (
    "دو واحد، ورودی یکسان و وزن‌های یکسان دارند. اگر کل لایه فقط یک بایاس داشته باشد، خروجی‌شان می‌تواند "
    "متفاوت شود؟ در Keras می‌تواند."
)
SENTENCE_FA = "در جدول دستی، هر لایه در مجموع یک بایاس دارد."

printed_table = [
    ("conv2d", (None, 14, 14, 16), 145),
    ("maxpool2d", (None, 7, 7, 16), 0),
    ("flatten", (None, 784), 0),
    ("dense", (None, 5), 3921),
]
