"""consistent_inputs looks at strides up to 5 only."""

from q3_parameters import consistent_inputs as right_inputs

RUNG = "inverse"
HINT_EN = "Which strides does your function try if max_stride is 7?"
HINT_FA = "اگر max_stride برابر ۷ باشد، تابع شما کدام گام‌ها را امتحان می‌کند؟"
SENTENCE_FA = "تابع consistent_inputs فقط گام‌های تا ۵ را می‌بیند."


def consistent_inputs(max_size=32, max_stride=2):
    return right_inputs(max_size, min(max_stride, 5))
