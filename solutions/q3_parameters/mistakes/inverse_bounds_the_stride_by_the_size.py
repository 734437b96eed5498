"""Strides above max_size // 14 are not tried, as if 14 places needed 14 whole steps."""

RUNG = "inverse"
HINT_EN = (
    "With a stride of 3, which is the smallest size that gives 14 places with 'same' padding? Is it 3 * 14?"
)
HINT_FA = "با گام ۳، کوچک‌ترین اندازه‌ای که با لایه‌گذاری 'same' به ۱۴ جا می‌رسد کدام است؟ آیا 3 * 14 است؟"
SENTENCE_FA = "گام‌های بالاتر از max_size // 14 آزموده نمی‌شوند، گویی ۱۴ جا به ۱۴ گام کامل نیاز دارد."


def consistent_inputs(max_size=32, max_stride=2):
    answers = []
    for s in range(1, min(max_stride, max_size // 14) + 1):
        answers += [(size, s, "valid") for size in range(13 * s + 3, 14 * s + 3)]
        answers += [(size, s, "same") for size in range(13 * s + 1, 14 * s + 1)]
    return [answer for answer in answers if answer[0] <= max_size]
