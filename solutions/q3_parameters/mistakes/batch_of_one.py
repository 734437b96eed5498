"""The batch is written as 1 instead of being left open."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "May the same network be given 32 images at once? Does your shape allow it?"
HINT_FA = "آیا می‌شود به همین شبکه ۳۲ تصویر را با هم داد؟ شکلی که نوشته‌اید اجازه می‌دهد؟"
SENTENCE_FA = "دسته به‌جای آنکه باز بماند ۱ نوشته شده است."


def summary(input_shape, layers):
    return [
        (kind, (1, *shape[1:]), parameters) for kind, shape, parameters in right_summary(input_shape, layers)
    ]
