"""Waits in every call for a lock that nobody gives back."""

import threading

LOCK = threading.Lock()
LOCK.acquire()


def conv2d(*arguments, **keywords):
    LOCK.acquire(timeout=0.2)


output_size = zero_pad = conv2d
