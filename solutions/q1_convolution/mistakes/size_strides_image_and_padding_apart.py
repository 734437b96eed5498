"""The stride divides the image and the padding each by itself,
and two rests are rounded down instead of one."""

RUNG = "output size"
HINT_EN = (
    "Draw 10 squares with padding=1 at both ends, a kernel of 3 and a stride of 3, "
    "and count the places one by one."
)
HINT_FA = "ده خانه با padding=1 در هر دو سر، هسته‌ای به طول ۳ و گام ۳ بکشید و جاها را یکی‌یکی بشمارید."
SENTENCE_FA = (
    "گام، تصویر و لایه‌گذاری را جداگانه تقسیم کرده و به جای یک باقی‌مانده، دو باقی‌مانده به پایین گرد شده‌اند."
)


def output_size(n, kernel, stride=1, padding=0):
    return (n - kernel) // stride + 2 * padding // stride + 1
