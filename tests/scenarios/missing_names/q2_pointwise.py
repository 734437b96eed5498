import numpy as np


def answer(x):
    return x
