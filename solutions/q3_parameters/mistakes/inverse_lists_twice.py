"""consistent_inputs lists an input more than once."""

from q3_parameters import consistent_inputs as right_inputs

RUNG = "inverse"
HINT_EN = "Print len(consistent_inputs()) and len(set(consistent_inputs()))."
HINT_FA = "مقدار len(consistent_inputs()) و len(set(consistent_inputs())) را چاپ کنید."
SENTENCE_FA = "تابع consistent_inputs یک ورودی را بیش از یک بار در فهرست می‌آورد."


def consistent_inputs(max_size=32, max_stride=2):
    found = right_inputs(max_size, max_stride)
    return [*found, *found]
