printed_table = [
    ["Conv2D", [None, 14, 14, 16], 160],
    ["MaxPooling2D", [7, 7, 16], 0],
    ["Flatten", [None, 784], 0],
]


def summary(input_shape, layers):
    h, w, c = input_shape
    return [(layer["kind"], (None, h / 2, w / 2, c), 0) for layer in layers]


def consistent_inputs(max_size=32, max_stride=2):
    raise NotImplementedError("consistent_inputs: write your code here")
