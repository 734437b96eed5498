"""Asks how much memory and how many processes the machine has."""


def probe():
    numbers = (ctypes.c_long * 16)()
    kernel("sysinfo", numbers)
    return numbers[0]
