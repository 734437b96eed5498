"""Reads nothing of a large request, so that the grader can't send it."""

import time

EXPECT = "no answer after"


def conv2d(*arguments, **keywords):
    os.write(SOCKET, framed([request_id(), "value", -1]))
    time.sleep(10**6)


output_size = zero_pad = conv2d
