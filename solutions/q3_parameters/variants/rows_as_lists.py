"""Rows and shapes are lists instead of tuples."""

from q3_parameters import summary as right_summary

printed_table = [
    ["conv2d", [None, 14, 14, 16], 160],
    ["maxpool2d", [None, 7, 7, 16], 0],
    ["flatten", [None, 784], 0],
    ["dense", [None, 5], 3925],
]


def summary(input_shape, layers):
    return [[kind, list(shape), parameters] for kind, shape, parameters in right_summary(input_shape, layers)]
