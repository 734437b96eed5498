"""The number of steps is rounded to the nearest whole number, a half up."""

RUNG = "output size"
HINT_EN = (
    "Draw 6 squares, a kernel of 3 and a stride of 2. "
    "Does the last step that you counted still end on the squares?"
)
HINT_FA = "شش خانه، هسته‌ای به طول ۳ و گام ۲ بکشید. آیا آخرین گامی که شمرده‌اید هنوز روی خانه‌ها تمام می‌شود؟"
SENTENCE_FA = "تعداد گام‌ها به نزدیک‌ترین عدد صحیح گرد شده است، و نیم رو به بالا."


def output_size(n, kernel, stride=1, padding=0):
    return int((n + 2 * padding - kernel) / stride + 0.5) + 1
