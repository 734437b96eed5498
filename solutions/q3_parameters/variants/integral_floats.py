"""Parameters are multiplied with numpy and come out as whole floats."""

import numpy as np
from q3_parameters import summary as right_summary


def summary(input_shape, layers):
    return [
        (kind, shape, float(np.multiply(1.0, parameters)))
        for kind, shape, parameters in right_summary(input_shape, layers)
    ]
