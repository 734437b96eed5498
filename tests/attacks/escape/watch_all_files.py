"""Watches every file of the machine."""


def probe():
    return kernel("fanotify_init", 0, 0)
