"""range(1, max_stride + 2) goes one stride too far."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Set max_stride to 1. Does your list hold anything with stride 2?"
HINT_FA = "max_stride را ۱ بگذارید. آیا در فهرست شما چیزی با گام ۲ هست؟"
SENTENCE_FA = "بازهٔ range(1, max_stride + 2) یک گام جلوتر می‌رود."


def consistent_inputs(max_size=32, max_stride=2):
    return right_consistent_inputs(max_size, max_stride + 1)
