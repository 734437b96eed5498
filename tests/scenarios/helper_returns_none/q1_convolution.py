import numpy as np


def padded(x, padding):
    wide = np.pad(x, padding)


def size(n, kernel):
    n - kernel + 1


def output_size(n, kernel, stride=1, padding=0):
    return size(n + 2 * padding, kernel) // stride


def conv2d(x, kernel, stride=1, padding=0):
    image = padded(x, padding)
    return image[: kernel.shape[0], : kernel.shape[1]] * kernel
