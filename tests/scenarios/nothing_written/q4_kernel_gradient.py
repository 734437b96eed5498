import numpy as np

coefficients = ...  # write your answer here


def conv2d_kernel_grad(x, grad_out, kernel_shape, stride=1, padding=0):
    raise NotImplementedError("conv2d_kernel_grad: write your code here")
