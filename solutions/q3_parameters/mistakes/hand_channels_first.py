"""By hand, the shapes are written with the channels first, as in PyTorch."""

RUNG = "by hand"
HINT_EN = (
    "Which number of a printed shape changes when the layer gets more filters? Look where Keras prints it."
)
HINT_FA = "اگر لایه فیلترهای بیشتری بگیرد کدام عددِ شکلِ چاپ‌شده تغییر می‌کند؟ ببینید Keras آن را کجا چاپ می‌کند."
SENTENCE_FA = "در جدول دستی، شکل‌ها مانند PyTorch با کانال‌ها در ابتدا نوشته شده‌اند."

printed_table = [
    ("conv2d", (None, 16, 14, 14), 160),
    ("maxpool2d", (None, 16, 7, 7), 0),
    ("flatten", (None, 784), 0),
    ("dense", (None, 5), 3925),
]
