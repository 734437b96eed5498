"""Sizes and counts are numpy integers; limits and sizes too."""

import numpy as np
from q3_parameters import consistent_inputs as right_consistent_inputs
from q3_parameters import summary as right_summary


def summary(input_shape, layers):
    return [
        (kind, (None, *(np.int64(size) for size in shape[1:])), np.int64(parameters))
        for kind, shape, parameters in right_summary(input_shape, layers)
    ]


def consistent_inputs(max_size=32, max_stride=2):
    return [
        (np.int64(size), np.int64(stride), padding)
        for size, stride, padding in right_consistent_inputs(max_size, max_stride)
    ]
