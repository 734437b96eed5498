"""Reads how much time another process has used, which tells that it lives and how busy it is."""

import time


def probe():
    return first(lambda pid: time.clock_gettime((~pid << 3) | 2), *other_processes())
