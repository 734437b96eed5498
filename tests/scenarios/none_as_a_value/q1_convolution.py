import numpy as np

laplacian_response = print([[0, 0, 0, 0, 0]] * 5)

misprinted_cell = None


def output_size(n, kernel, stride=1, padding=0):
    raise NotImplementedError("output_size: write your code here")


def zero_pad(x, padding):
    raise NotImplementedError("zero_pad: write your code here")


def conv2d(x, kernel, stride=1, padding=0):
    raise NotImplementedError("conv2d: write your code here")
