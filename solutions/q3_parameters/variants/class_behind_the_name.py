"""`summary` is a class whose __new__ returns the rows, `consistent_inputs` an object that can be called."""

from q3_parameters import consistent_inputs as right_consistent_inputs
from q3_parameters import summary as right_summary


class summary:
    def __new__(cls, input_shape, layers):
        return right_summary(input_shape, layers)


class Search:
    def __call__(self, max_size=32, max_stride=2):
        return right_consistent_inputs(max_size, max_stride)


consistent_inputs = Search()
