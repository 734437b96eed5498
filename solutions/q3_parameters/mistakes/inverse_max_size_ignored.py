"""Sizes up to 32 are tried, whatever max_size says."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Call your function with max_size=15 and with max_size=60. Do the lists differ?"
HINT_FA = "تابع خود را با max_size=15 و با max_size=60 صدا بزنید. آیا فهرست‌ها فرق می‌کنند؟"
SENTENCE_FA = "اندازه‌ها تا ۳۲ امتحان شده‌اند، max_size هر چه بگوید."


def consistent_inputs(max_size=32, max_stride=2):
    return right_consistent_inputs(32, max_stride)
