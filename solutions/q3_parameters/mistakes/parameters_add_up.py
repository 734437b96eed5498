"""Each row shows the parameters of the network so far."""

from q3_parameters import summary as right_summary

RUNG = "summary"
HINT_EN = "Put a pooling layer after a convolution. What does the pooling layer itself learn?"
HINT_FA = "پس از یک کانولوشن لایهٔ ادغام بگذارید. خود لایهٔ ادغام چه یاد می‌گیرد؟"
SENTENCE_FA = "هر سطر پارامترهای شبکه تا آن‌جا را نشان می‌دهد."


def summary(input_shape, layers):
    rows, total = [], 0
    for kind, shape, parameters in right_summary(input_shape, layers):
        total += parameters
        rows.append((kind, shape, total))
    return rows
