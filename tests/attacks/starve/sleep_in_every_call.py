"""Sleeps in every call, each time less than a call may take."""

import time

EXPECT = "is None"


def conv2d(*arguments, **keywords):
    time.sleep(0.15)


output_size = zero_pad = conv2d
