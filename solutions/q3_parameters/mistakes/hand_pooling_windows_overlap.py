"""By hand, the pooling window moves by one pixel."""

RUNG = "by hand"
HINT_EN = (
    "The pooling layer is given no stride. What does Keras take then? The statement says so; try it on a "
    "row of 4 pixels."
)
HINT_FA = (
    "برای لایهٔ ادغام گامی داده نشده است. Keras در این حالت چه گامی برمی‌دارد؟ در صورت سؤال آمده؛ روی یک "
    "سطر ۴ پیکسلی امتحان کنید."
)
SENTENCE_FA = "در جدول دستی، پنجرهٔ ادغام یک پیکسل یک پیکسل حرکت می‌کند."

printed_table = [
    ("conv2d", (None, 14, 14, 16), 160),
    ("maxpool2d", (None, 13, 13, 16), 0),
    ("flatten", (None, 2704), 0),
    ("dense", (None, 5), 13525),
]
