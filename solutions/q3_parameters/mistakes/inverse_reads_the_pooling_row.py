"""The search looks for inputs that give 7x7, the size after the pooling."""

from q3_parameters import _places

RUNG = "inverse"
HINT_EN = "Which row of the table is asked about: the one of the convolution, or the one after it?"
HINT_FA = "کدام سطر جدول خواسته شده: سطر کانولوشن یا سطر پس از آن؟"
SENTENCE_FA = "ورودی‌هایی جست‌وجو شده‌اند که 7x7، یعنی اندازهٔ پس از ادغام، را می‌دهند."


def consistent_inputs(max_size=32, max_stride=2):
    sizes, strides, paddings = range(3, max_size + 1), range(1, max_stride + 1), ("valid", "same")
    return [(n, s, p) for n in sizes for s in strides for p in paddings if _places(n, 3, s, p) == 7]
