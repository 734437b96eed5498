import numpy as np

bar = np.array([[0, 0, 10, 0, 0]] * 5)
laplacian = np.array([[1, 1, 1], [1, -8, 1], [1, 1, 1]])

laplacian_response = conv2d(bar, laplacian, padding=1)

misprinted_cell = (1, 1)


def conv2d(x, kernel, stride=1, padding=0):
    raise NotImplementedError("conv2d: write your code here")
