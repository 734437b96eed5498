import numpy as np

laplacian_response = ...  # write your answer here

misprinted_cell = ...  # write your answer here


def output_size(n, kernel, stride=1, padding=0):
    raise NotImplementedError("output_size: write your code here")


def zero_pad(x, padding):
    frame = np.zeros_like(x)
    for column in range(x.shape[1] + 2 * padding):
        frame[0, column] = 0
    return frame


def conv2d(x, kernel, stride=1, padding=0):
    raise NotImplementedError("conv2d: write your code here")
