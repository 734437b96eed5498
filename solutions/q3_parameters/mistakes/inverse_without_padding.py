"""Only (size, stride) is listed."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Compare one entry of your list with the entry in the statement's example. How many parts has each?"
HINT_FA = "یک عضو فهرست خود را با عضو مثال صورت سؤال مقایسه کنید. هر کدام چند جزء دارد؟"
SENTENCE_FA = "فقط (اندازه، گام) فهرست شده است."


def consistent_inputs(max_size=32, max_stride=2):
    return [(size, stride) for size, stride, _ in right_consistent_inputs(max_size, max_stride)]
