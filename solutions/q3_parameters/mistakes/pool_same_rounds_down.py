"""Pooling with 'same' padding rounds down."""

RUNG = "summary"
HINT_EN = "Pool 5 pixels by 2 with 'same' padding: the fifth pixel gets a window too. How many windows?"
HINT_FA = (
    "۵ پیکسل را با پنجره‌های ۲تایی و لایه‌گذاری 'same' ادغام کنید: پیکسل پنجم هم پنجره‌ای می‌گیرد. چند پنجره شد؟"
)
SENTENCE_FA = "ادغام با لایه‌گذاری 'same' رو به پایین گرد شده است."


def _maxpool2d(shape, layer):
    ph, pw = layer["pool"]
    stride = layer.get("stride")
    sh, sw = (stride, stride) if stride else (ph, pw)
    if layer.get("padding", "valid") == "same":
        return (shape[0] // sh, shape[1] // sw, shape[2]), 0
    return ((shape[0] - ph) // sh + 1, (shape[1] - pw) // sw + 1, shape[2]), 0
