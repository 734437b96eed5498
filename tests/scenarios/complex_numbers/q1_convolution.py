import numpy as np

laplacian_response = ...  # write your answer here

misprinted_cell = ...  # write your answer here


def output_size(n, kernel, stride=1, padding=0):
    raise NotImplementedError("output_size: write your code here")


def zero_pad(x, padding):
    raise NotImplementedError("zero_pad: write your code here")


def conv2d(x, kernel, stride=1, padding=0):
    both = np.fft.fft2(x) * np.fft.fft2(kernel, x.shape) * 1j
    return np.fft.ifft2(both)[: x.shape[0] - kernel.shape[0] + 1, : x.shape[1] - kernel.shape[1] + 1]
