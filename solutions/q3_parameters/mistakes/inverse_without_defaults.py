"""The limits have lost their default values, so consistent_inputs() is an error."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Call consistent_inputs() without arguments, as the signature of the exercise allows."
HINT_FA = "همان‌طور که امضای تابع در تمرین اجازه می‌دهد، consistent_inputs() را بدون ورودی صدا بزنید."
SENTENCE_FA = "حدها مقدار پیش‌فرض خود را از دست داده‌اند و consistent_inputs() خطا می‌دهد."


def consistent_inputs(max_size, max_stride):
    return right_consistent_inputs(max_size, max_stride)
