"""By hand, flatten counts the pixels of one channel only."""

RUNG = "by hand"
HINT_EN = "How many numbers go into the flatten layer, and how many come out of yours? None may get lost."
HINT_FA = "چند عدد وارد لایهٔ flatten می‌شود و در پاسخ شما چند عدد بیرون می‌آید؟ هیچ عددی نباید گم شود."
SENTENCE_FA = "در جدول دستی، تخت‌سازی فقط پیکسل‌های یک کانال را می‌شمارد."

printed_table = [
    ("conv2d", (None, 14, 14, 16), 160),
    ("maxpool2d", (None, 7, 7, 16), 0),
    ("flatten", (None, 49), 0),
    ("dense", (None, 5), 250),
]
