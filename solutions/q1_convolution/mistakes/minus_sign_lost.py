"""The sign of the centre is lost: the pixel itself is added eight times instead of taken away."""

RUNG = "by hand"
HINT_EN = (
    "Lay the kernel on a flat region where all nine pixels are 10. "
    "Its entries add up to 0; what does your sum give?"
)
HINT_FA = (
    "هسته را روی ناحیه‌ای یکنواخت بگذارید که هر نه پیکسل آن ۱۰ است. "
    "مجموع درایه‌های هسته ۰ است؛ حاصل شما چند می‌شود؟"
)
SENTENCE_FA = "علامت مرکز جا افتاده است: خود پیکسل به‌جای هشت بار کم شدن، هشت بار افزوده شده است."

laplacian_response = [
    [0, 20, 90, 20, 0],
    [0, 30, 100, 30, 0],
    [0, 30, 100, 30, 0],
    [0, 30, 100, 30, 0],
    [0, 20, 90, 20, 0],
]
