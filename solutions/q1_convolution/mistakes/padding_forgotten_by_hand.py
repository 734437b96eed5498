"""The kernel is laid only where it fits on the image, so the border of the table is missing."""

RUNG = "by hand"
HINT_EN = (
    "Put the centre of the kernel on the top left pixel. "
    "Which of its nine entries lie outside, and what do they see there?"
)
HINT_FA = (
    "مرکز هسته را روی پیکسل بالا-چپ بگذارید. کدام یک از نه درایه بیرون از تصویر می‌افتد و آنجا چه می‌بیند؟"
)
SENTENCE_FA = "هسته فقط جایی گذاشته شده است که روی تصویر جا می‌شود، پس مرز جدول نیست."

laplacian_response = [[30, -60, 30]] * 3
