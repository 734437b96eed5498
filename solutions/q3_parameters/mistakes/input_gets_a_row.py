"""The input gets a row of its own."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Give your function a network of one layer. How many rows does its table have?"
HINT_FA = "شبکه‌ای با یک لایه به تابع خود بدهید. جدولش چند سطر دارد؟"
SENTENCE_FA = "برای ورودی هم سطری آمده است."


def summary(input_shape, layers):
    return [("input", (None, *input_shape), 0), *right_summary(input_shape, layers)]
