"""The output is taken to be as large as the image at most, however much padding there is."""

RUNG = "output size"
HINT_EN = (
    "Draw 3 squares with 2 zeros at each end and lay a kernel of 2 on them. At how many places can it lie?"
)
HINT_FA = (
    "سه خانه با ۲ صفر در هر سر بکشید و هسته‌ای به طول ۲ روی آن‌ها بگذارید. هسته در چند جا می‌تواند قرار بگیرد؟"
)
SENTENCE_FA = "گمان شده است که خروجی هرچقدر هم لایه‌گذاری باشد از تصویر بزرگ‌تر نمی‌شود."


def output_size(n, kernel, stride=1, padding=0):
    return min(n, (n + 2 * padding - kernel) // stride + 1)
