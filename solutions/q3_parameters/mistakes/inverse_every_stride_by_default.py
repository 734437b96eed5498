"""Where no max_stride is given, every stride is tried."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = (
    "Call your function with max_size=60 and nothing else. What is max_stride then, and which strides "
    "are in the list?"
)
HINT_FA = "تابع خود را فقط با max_size=60 صدا بزنید. در این صورت max_stride چند است و کدام گام‌ها در فهرست‌اند؟"
SENTENCE_FA = "تا وقتی max_stride داده نشود، همهٔ گام‌ها آزموده می‌شوند، نه تنها گام‌های ۱ و ۲."


def consistent_inputs(max_size=32, max_stride=None):
    return right_consistent_inputs(max_size, max_stride or max_size)
