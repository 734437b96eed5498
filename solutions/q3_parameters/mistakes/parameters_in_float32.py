"""Parameters are counted in float32, which is not exact above 16,777,216."""

import numpy as np
from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Print int(np.float32(33554433)). Which numbers does float32 leave out?"
HINT_FA = "مقدار int(np.float32(33554433)) را چاپ کنید. float32 کدام عددها را جا می‌اندازد؟"
SENTENCE_FA = "پارامترها با float32 شمرده می‌شوند که بالاتر از 16,777,216 دقیق نیست."


def summary(input_shape, layers):
    return [
        (kind, shape, int(np.float32(count))) for kind, shape, count in right_summary(input_shape, layers)
    ]
