"""The kernel is laid only where it fits on the image, and the ring of zeros is put around the answer."""

RUNG = "by hand"
HINT_EN = "Lay the kernel on the topmost 10 of the padded image. Is the sum 0?"
HINT_FA = "هسته را روی بالاترین ۱۰ در تصویر لایه‌گذاری‌شده بگذارید. آیا حاصل جمع ۰ است؟"
SENTENCE_FA = "هسته فقط جایی گذاشته شده است که روی تصویر جا می‌شود، و حلقهٔ صفرها دور پاسخ آمده است."

laplacian_response = [
    [0, 0, 0, 0, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 30, -60, 30, 0],
    [0, 0, 0, 0, 0],
]
