"""'valid' and 'same' are mixed up."""

from q3_parameters import consistent_inputs as right_consistent_inputs

RUNG = "inverse"
HINT_EN = "With stride 1, which of the two paddings keeps the size of the image?"
HINT_FA = "با گام ۱، کدام یک از دو لایه‌گذاری اندازهٔ تصویر را حفظ می‌کند؟"
SENTENCE_FA = "'valid' و 'same' با هم اشتباه شده‌اند."


def consistent_inputs(max_size=32, max_stride=2):
    other = {"valid": "same", "same": "valid"}
    return [
        (size, stride, other[padding])
        for size, stride, padding in right_consistent_inputs(max_size, max_stride)
    ]
