"""Begins an answer and never ends it."""

import time

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    os.write(SOCKET, struct.pack("<II", 1000, 900) + b"[")
    time.sleep(10**6)
