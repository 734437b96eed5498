"""By hand, the numbers that flatten lays in a row are counted as parameters."""

RUNG = "by hand"
HINT_EN = "Flatten only puts numbers in another order. Is there any number in it that training could change?"
HINT_FA = "تخت‌سازی فقط عددها را به ترتیبی دیگر می‌چیند. آیا در آن عددی هست که آموزش بتواند تغییرش دهد؟"
SENTENCE_FA = "در جدول دستی، عددهایی که تخت‌سازی در یک ردیف می‌چیند پارامتر شمرده شده‌اند."

printed_table = [
    ("conv2d", (None, 14, 14, 16), 160),
    ("maxpool2d", (None, 7, 7, 16), 0),
    ("flatten", (None, 784), 784),
    ("dense", (None, 5), 3925),
]
