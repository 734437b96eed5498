"""The parts of an entry are in another order: (stride, size, padding)."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = (
    "Compare one entry of your list with the entry in the statement's example. Which number comes first?"
)
HINT_FA = "یک عضو فهرست خود را با عضو مثال صورت سؤال مقایسه کنید. کدام عدد اول می‌آید؟"
SENTENCE_FA = "اجزای هر درایه به ترتیب دیگری آمده‌اند: (گام، اندازه، لایه‌گذاری)."


def consistent_inputs(max_size=32, max_stride=2):
    return [
        (stride, size, padding) for size, stride, padding in right_consistent_inputs(max_size, max_stride)
    ]
