"""Debugging prints are still in it, some of them long."""

import sys

from q1_convolution import conv2d as quiet_conv2d
from q1_convolution import laplacian_response as table
from q1_convolution import output_size as quiet_size

print("loading my homework", table)


def output_size(n, kernel, stride=1, padding=0):
    print("output_size", n, kernel, stride, padding, file=sys.stderr)
    return quiet_size(n, kernel, stride, padding)


def conv2d(x, kernel, stride=1, padding=0):
    print("x:", x, "kernel:", kernel, sep="\n")
    out = quiet_conv2d(x, kernel, stride, padding)
    print(out, flush=True)
    return out
