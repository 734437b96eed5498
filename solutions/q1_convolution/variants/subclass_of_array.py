"""The results are arrays of a class of the student's own, read-only and in Fortran order."""

import numpy as np
from q1_convolution import conv2d as _conv2d
from q1_convolution import zero_pad as _zero_pad


class _Tensor(np.ndarray):
    name = "feature map"


def _tensor(array):
    out = np.asfortranarray(array).view(_Tensor)
    out.flags.writeable = False
    return out


def zero_pad(x, padding):
    return _tensor(_zero_pad(x, padding))


def conv2d(x, kernel, stride=1, padding=0):
    return _tensor(_conv2d(x, kernel, stride=stride, padding=padding))
