"""The sizes of the feature maps come out as floats, such as 14.0."""

import math

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Print type(7 / 2) and type(7 // 2). Which of the two can say how many columns an array has?"
HINT_FA = "مقدار type(7 / 2) و type(7 // 2) را چاپ کنید. کدام‌یک می‌تواند بگوید یک آرایه چند ستون دارد؟"
SENTENCE_FA = "اندازه‌های نقشه‌های ویژگی اعشاری شده‌اند، مانند 14.0."


def summary(input_shape, layers):
    rows = []
    for kind, shape, params in right_summary(input_shape, layers):
        rows.append((kind, (None, *(math.floor(size) / 1 for size in shape[1:])), params))
    return rows
