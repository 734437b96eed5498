"""The first position is counted before dividing, so it is divided by the stride as well."""

RUNG = "output size"
HINT_EN = (
    "Draw 7 squares, a kernel of 1 and a stride of 3. "
    "At which places does the kernel lie, the first included?"
)
HINT_FA = "هفت خانه، هسته‌ای به طول ۱ و گام ۳ بکشید. هسته در کدام خانه‌ها می‌نشیند، با احتساب جای نخست؟"
SENTENCE_FA = "جای نخست پیش از تقسیم شمرده شده است، پس آن هم بر گام تقسیم می‌شود."


def output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel + 1) // stride
