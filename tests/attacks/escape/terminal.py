"""Asks about its descriptors by ioctl, with which one can type into a terminal."""

import fcntl


def probe():
    return fcntl.ioctl(SOCKET, 0x541B, b"\0" * 4)
