"""Only 'same' padding is tried."""

RUNG = "inverse"
HINT_EN = (
    "Work out the convolution of an image of 16x16 pixels with stride 1 and 'valid' padding. Is it in "
    "your list?"
)
HINT_FA = "کانولوشن تصویری ۱۶×۱۶ با گام ۱ و لایه‌گذاری 'valid' را حساب کنید. آیا در فهرست شما هست؟"
SENTENCE_FA = "فقط لایه‌گذاری 'same' امتحان شده است."


def consistent_inputs(max_size=32, max_stride=2):
    return [
        (n, s, "same") for n in range(1, max_size + 1) for s in range(1, max_stride + 1) if -(-n // s) == 14
    ]
