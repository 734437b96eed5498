"""By hand, the stride of the convolution is forgotten."""

RUNG = "by hand"
HINT_EN = "Mark the pixels of a row at which a window starts. How far apart are they?"
HINT_FA = "پیکسل‌هایی از یک سطر را که پنجره‌ای از آن‌ها شروع می‌شود علامت بزنید. فاصلهٔ آن‌ها از هم چقدر است؟"
SENTENCE_FA = "در جدول دستی، گام کانولوشن فراموش شده است."

printed_table = [
    ("conv2d", (None, 28, 28, 16), 160),
    ("maxpool2d", (None, 14, 14, 16), 0),
    ("flatten", (None, 3136), 0),
    ("dense", (None, 5), 15685),
]
