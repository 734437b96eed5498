"""range(1, max_stride) leaves max_stride itself out."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Call your function with max_stride=1. Is anything tried at all?"
HINT_FA = "تابع خود را با max_stride=1 صدا بزنید. آیا اصلاً چیزی آزموده می‌شود؟"
SENTENCE_FA = "بازهٔ range(1, max_stride) خود max_stride را در بر ندارد."


def consistent_inputs(max_size=32, max_stride=2):
    return right_consistent_inputs(max_size, max_stride - 1)
