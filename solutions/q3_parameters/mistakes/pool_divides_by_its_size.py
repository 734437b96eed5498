"""Pooling is taken for a division of both sides by the window, whatever stride and padding say."""

RUNG = "summary"
HINT_EN = (
    "Pool a row of 5 pixels with windows of 2 and 'same' padding. Is the fifth pixel seen by any window?"
)
HINT_FA = (
    "یک سطر ۵ پیکسلی را با پنجره‌های ۲تایی و لایه‌گذاری 'same' ادغام کنید. آیا پیکسل پنجم در پنجره‌ای "
    "دیده می‌شود؟"
)
SENTENCE_FA = "ادغام تقسیم هر دو ضلع بر پنجره گرفته شده است، گام و لایه‌گذاری هر چه بگویند."


def _maxpool2d(shape, layer):
    ph, pw = layer["pool"]
    return (shape[0] // ph, shape[1] // pw, shape[2]), 0
