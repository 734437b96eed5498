"""Sleeps in every call, and then ends its process, so that the next call has to load it again."""

import os
import time

time.sleep(0.05)


def conv2d(*arguments, **keywords):
    time.sleep(0.05)
    os._exit(0)


output_size = zero_pad = conv2d
