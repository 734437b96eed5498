"""Strides 1 and 2 are tried, whatever max_stride says."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Call your function with max_stride=1 and with max_stride=4. Do the lists differ?"
HINT_FA = "تابع خود را با max_stride=1 و با max_stride=4 صدا بزنید. آیا فهرست‌ها فرق می‌کنند؟"
SENTENCE_FA = "گام‌های ۱ و ۲ امتحان شده‌اند، max_stride هر چه بگوید."


def consistent_inputs(max_size=32, max_stride=2):
    return right_consistent_inputs(max_size, 2)
