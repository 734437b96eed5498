import numpy as np

laplacian_response = [
    [0, 10, 20, 30, 40],
    [0, 10, 20, 30, 40],
    [0, 10, 20, 30],
    [0, 10, 20, 30, 40],
    [0, 10, 20, 30, 40],
]

misprinted_cell = (1,)


def output_size(n, kernel, stride=1, padding=0):
    raise NotImplementedError("output_size: write your code here")


def zero_pad(x, padding):
    raise NotImplementedError("zero_pad: write your code here")


def conv2d(x, kernel, stride=1, padding=0):
    raise NotImplementedError("conv2d: write your code here")
