import numpy as np

coefficients = [
    [[["x11", "x12"], ["x21", "x22"]], [["x12", "x13"], ["x22", "x23"]]],
    [[["x21", "x22"], ["x31", "x32"]], [["x22", "x23"], ["x32", "x33"]]],
]


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    return f"a gradient of shape {kernel_shape}"
