def consistent_inputs(max_size=32, max_stride=2):
    return [(14, 1, "SAME"), (16, 1, "VALID")]


def summary(input_shape, layers):
    raise NotImplementedError("summary: write your code here")
