import numpy as np

laplacian_response = ...  # write your answer here

misprinted_cell = ...  # write your answer here


def output_size(n, kernel, stride=1, padding=0):
    raise NotImplementedError("output_size: write your code here")


def zero_pad(x, padding):
    raise NotImplementedError("zero_pad: write your code here")


def conv2d(x, kernel, stride=1, padding=0):
    # only for kernels of one row and two columns so far
    kernel *= 2
    return (x[:, :-1] * (kernel[0, 0] / 2) + x[:, 1:] * (kernel[0, 1] / 2)).astype(float)
