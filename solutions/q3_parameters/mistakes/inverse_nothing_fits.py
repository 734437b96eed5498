"""Nothing is found: the wanted shape is compared with one that has the batch in front."""

from q3_parameters import summary

RUNG = "inverse"
HINT_EN = "Put size 14, stride 1 and 'same' through the condition of your search, step by step."
HINT_FA = "اندازهٔ ۱۴، گام ۱ و 'same' را گام‌به‌گام در شرط جست‌وجوی خود بگذارید."
SENTENCE_FA = "چیزی پیدا نشده است: شکل خواسته‌شده با شکلی مقایسه شده که دسته هم در آغاز آن آمده است."


def consistent_inputs(max_size=32, max_stride=2):
    answers = []
    for size in range(3, max_size + 1):
        for stride in range(1, max_stride + 1):
            for padding in ("valid", "same"):
                layer = {
                    "kind": "conv2d",
                    "filters": 16,
                    "kernel": (3, 3),
                    "stride": stride,
                    "padding": padding,
                }
                ((_, shape, parameters),) = summary((size, size, 1), [layer])
                if shape == (14, 14, 16) and parameters == 160:
                    answers.append((size, stride, padding))
    return answers
