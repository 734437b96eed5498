"""range(1, max_size + 2) goes one size too far."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Set max_size to a size that is on your list, then to one less. Is it still on the list?"
HINT_FA = (
    "max_size را برابر اندازه‌ای بگذارید که در فهرست شما هست، سپس یکی کمتر. آیا آن اندازه هنوز در فهرست است؟"
)
SENTENCE_FA = "بازهٔ range(1, max_size + 2) یک اندازه جلوتر می‌رود."


def consistent_inputs(max_size=32, max_stride=2):
    return right_consistent_inputs(max_size + 1, max_stride)
