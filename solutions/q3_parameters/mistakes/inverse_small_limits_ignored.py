"""A max_size below 14 is taken as 14."""

from q3_parameters import consistent_inputs as right_inputs

RUNG = "inverse"
HINT_EN = "Print consistent_inputs(max_size=3, max_stride=1)."
HINT_FA = "مقدار consistent_inputs(max_size=3, max_stride=1) را چاپ کنید."
SENTENCE_FA = "مقدار max_size کوچک‌تر از ۱۴ به صورت ۱۴ گرفته می‌شود."


def consistent_inputs(max_size=32, max_stride=2):
    return right_inputs(max(max_size, 14), max_stride)
