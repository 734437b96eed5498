"""range(1, max_stride + 2) tries one stride too many."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Call your function with max_stride=1. Which strides are in the list?"
HINT_FA = "تابع خود را با max_stride=1 صدا بزنید. کدام گام‌ها در فهرست‌اند؟"


def consistent_inputs(max_size=32, max_stride=2):
    return right_consistent_inputs(max_size, max_stride + 1)
