"""Only 'valid' padding is tried."""

RUNG = "inverse"
HINT_EN = (
    "Work out the convolution of an image of 14x14 pixels with stride 1 and 'same' padding. Is it in "
    "your list?"
)
HINT_FA = "کانولوشن تصویری ۱۴×۱۴ با گام ۱ و لایه‌گذاری 'same' را حساب کنید. آیا در فهرست شما هست؟"
SENTENCE_FA = "فقط لایه‌گذاری 'valid' امتحان شده است."


def consistent_inputs(max_size=32, max_stride=2):
    return [
        (n, s, "valid")
        for n in range(3, max_size + 1)
        for s in range(1, max_stride + 1)
        if (n - 3) // s + 1 == 14
    ]
