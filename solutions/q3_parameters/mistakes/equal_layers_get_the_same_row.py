"""A layer's place is looked up with list.index, which finds the first equal one: two equal layers get the
same row.
"""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Print [1, 2, 1].index(1). Then ask for a network in which the same convolution comes twice."
HINT_FA = "مقدار [1, 2, 1].index(1) را چاپ کنید. سپس شبکه‌ای را بپرسید که در آن یک کانولوشن دو بار می‌آید."
SENTENCE_FA = (
    "جای لایه با list.index پیدا شده است، که نخستین لایهٔ برابر را می‌یابد: دو لایهٔ برابر یک سطر می‌گیرند."
)


def summary(input_shape, layers):
    rows = right_summary(input_shape, layers)
    return [rows[layers.index(layer)] for layer in layers]
