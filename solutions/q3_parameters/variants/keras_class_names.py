"""Kinds are written as Keras' class names, and the tables are tuples of tuples."""

from q3_parameters import summary as right_summary

printed_table = (
    ("Conv2D", (None, 14, 14, 16), 160),
    ("MaxPooling2D", (None, 7, 7, 16), 0),
    ("Flatten", (None, 784), 0),
    ("Dense", (None, 5), 3925),
)


def summary(input_shape, layers):
    names = {"conv2d": "Conv2D", "maxpool2d": "MaxPool2D", "flatten": "Flatten", "dense": "Dense"}
    return tuple(
        (names[kind], shape, parameters) for kind, shape, parameters in right_summary(input_shape, layers)
    )
