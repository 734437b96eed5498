import numpy as np


def out_len(n, kernel, stride=1, padding=0):
    return n


def pad_with_zeros(x: np.ndarray, padding: int) -> np.ndarray:
    return x


def correlate(x, kernel, stride=1, padding=0):
    return x
