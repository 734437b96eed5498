"""Only even sizes are tried."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "Is there anything in the statement that forbids an image of 27x27 pixels?"
HINT_FA = "آیا چیزی در صورت سؤال تصویر ۲۷×۲۷ را منع می‌کند؟"
SENTENCE_FA = "فقط اندازه‌های زوج امتحان شده‌اند."


def consistent_inputs(max_size=32, max_stride=2):
    return [answer for answer in right_consistent_inputs(max_size, max_stride) if answer[0] % 2 == 0]
