import numpy as np

laplacian_response = ...  # write your answer here

misprinted_cell = ...  # write your answer here


def output_size(n, kernel, stride=1, padding=0):
    raise NotImplementedError("output_size: write your code here")


def zero_pad(x, padding):
    return np.pad(x, ((padding, padding), (0, 0)))


def conv2d(x, kernel, stride=1, padding=0):
    return np.zeros_like(x)
