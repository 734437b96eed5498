"""'valid' and 'same' are taken for alternatives (elif): a size that fits with both at one stride is listed
once.
"""

from q3_parameters import _places

RUNG = "inverse"
HINT_EN = (
    "Look for a size and a stride that give 14 with 'valid' and with 'same' too. How often is it on your "
    "list?"
)
HINT_FA = "اندازه و گامی بیابید که هم با 'valid' و هم با 'same' به ۱۴ می‌رسد. چند بار در فهرست شما آمده است؟"
SENTENCE_FA = (
    "'valid' و 'same' جایگزین هم گرفته شده‌اند (elif): اندازه‌ای که در یک گام با هر دو جور است یک بار آمده است."
)


def consistent_inputs(max_size=32, max_stride=2):
    answers = []
    for size in range(1, max_size + 1):
        for stride in range(1, max_stride + 1):
            if _places(size, 3, stride, "valid") == 14:
                answers.append((size, stride, "valid"))
            elif _places(size, 3, stride, "same") == 14:
                answers.append((size, stride, "same"))
    return answers
