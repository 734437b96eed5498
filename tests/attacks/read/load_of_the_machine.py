"""Asks how long the machine has been running and how much memory it has."""


def probe():
    numbers = (ctypes.c_long * 16)()
    kernel("sysinfo", numbers)
    return numbers[0]
