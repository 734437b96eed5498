"""consistent_inputs gives a tuple of lists, sorted by padding."""

from q3_parameters import consistent_inputs as right_consistent_inputs


def consistent_inputs(max_size=32, max_stride=2):
    found = sorted(right_consistent_inputs(max_size, max_stride), key=lambda entry: entry[::-1])
    return tuple(list(entry) for entry in found)
