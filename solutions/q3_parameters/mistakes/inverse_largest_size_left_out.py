"""range(1, max_size) leaves max_size itself out."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "What is the last number of range(1, 5)?"
HINT_FA = "آخرین عدد range(1, 5) چیست؟"
SENTENCE_FA = "بازهٔ range(1, max_size) خود max_size را در بر ندارد."


def consistent_inputs(max_size=32, max_stride=2):
    return right_consistent_inputs(max_size - 1, max_stride)
