import numpy as np
from my_layers import *

bar = np.array([[0, 0, 10, 0, 0]] * 5)


def output_size(n, kernel, stride=1, padding=0):
    places = 0
    while places * stride + kernel <= n + 2 * padding:
        places += 1
    return places
