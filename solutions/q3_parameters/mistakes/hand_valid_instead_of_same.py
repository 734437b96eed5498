"""By hand, the convolution is worked out as if its padding were 'valid'."""

RUNG = "by hand"
HINT_EN = "Read the padding in the description again. Does the last row of pixels get a window of its own?"
HINT_FA = "نوع لایه‌گذاری را دوباره در صورت سؤال بخوانید. آیا آخرین سطر پیکسل‌ها هم پنجره‌ای برای خودش می‌گیرد؟"
SENTENCE_FA = "در جدول دستی، کانولوشن با لایه‌گذاری 'valid' حساب شده است."

printed_table = [
    ("conv2d", (None, 13, 13, 16), 160),
    ("maxpool2d", (None, 6, 6, 16), 0),
    ("flatten", (None, 576), 0),
    ("dense", (None, 5), 2885),
]
