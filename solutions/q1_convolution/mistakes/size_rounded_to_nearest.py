"""The number of steps is rounded to the nearest whole number instead of down."""

RUNG = "output size"
HINT_EN = (
    "Draw 10 squares, a kernel of 3 and a stride of 4. Does the last step that you count end on the squares?"
)
HINT_FA = "ده خانه، هسته‌ای به طول ۳ و گام ۴ بکشید. آیا آخرین گامی که شمرده‌اید هنوز روی خانه‌ها تمام می‌شود؟"
SENTENCE_FA = "تعداد گام‌ها به‌جای پایین، به نزدیک‌ترین عدد صحیح گرد شده است."


def output_size(n, kernel, stride=1, padding=0):
    return round((n + 2 * padding - kernel) / stride) + 1
