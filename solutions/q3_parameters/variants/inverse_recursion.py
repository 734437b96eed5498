"""consistent_inputs is what fits for one size less, and the new size."""

from q3_parameters import _places


def consistent_inputs(max_size=32, max_stride=2):
    if max_size < 3:
        return []
    sliding = [(stride, padding) for stride in range(1, max_stride + 1) for padding in ("valid", "same")]
    new = [
        (max_size, stride, padding)
        for stride, padding in sliding
        if _places(max_size, 3, stride, padding) == 14
    ]
    return consistent_inputs(max_size - 1, max_stride) + new
