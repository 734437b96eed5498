"""The list for the default limits is returned for all limits."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Call your function with max_size=15. Is every size in the list at most 15?"
HINT_FA = "تابع خود را با max_size=15 صدا بزنید. آیا همهٔ اندازه‌های فهرست حداکثر ۱۵ هستند؟"
SENTENCE_FA = "برای همهٔ حدها فهرست حدهای پیش‌فرض برگردانده شده است."


def consistent_inputs(max_size=32, max_stride=2):
    return right_consistent_inputs()
