import numpy as np

laplacian_response = ...  # write your answer here

misprinted_cell = ...  # write your answer here


def outputSize(n, kernel, stride=1, padding=0):
    return n


def zeropad(x, padding):
    return x


def Conv_2D(x, kernel, stride=1, padding=0):
    return x
