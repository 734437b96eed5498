"""'valid' padding rounds up: a window that sticks out is counted."""

import math

RUNG = "summary"
ALSO = ("inverse",)
HINT_EN = "6 pixels, window 3, stride 2: draw the last window that you count. Does it lie inside the image?"
HINT_FA = "۶ پیکسل، پنجرهٔ ۳تایی، گام ۲: آخرین پنجره‌ای را که می‌شمارید بکشید. آیا تماماً درون تصویر است؟"
SENTENCE_FA = "لایه‌گذاری 'valid' رو به بالا گرد شده است: پنجره‌ای که بیرون می‌زند شمرده شده است."


def _places(n, k, stride, padding):
    return math.ceil(n / stride) if padding == "same" else math.ceil((n - k) / stride) + 1
