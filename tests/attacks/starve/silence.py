"""Waits for ever without using any time of the processor."""

import time

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    time.sleep(10**6)
