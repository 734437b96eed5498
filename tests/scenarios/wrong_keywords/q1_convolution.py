import numpy as np

laplacian_response = ...  # write your answer here

misprinted_cell = ...  # write your answer here


def output_size(n, kernel, stride=1, padding=0):
    raise NotImplementedError("output_size: write your code here")


def zero_pad(x, p):
    return x


def conv2d(x, kernel, strides=1, pad=0):
    return x
