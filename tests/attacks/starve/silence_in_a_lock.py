"""Waits for a lock that it holds itself."""

import threading

EXPECT = "no answer after"


def output_size(n, kernel, stride=1, padding=0):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
