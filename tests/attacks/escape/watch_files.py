"""Watches which files others open."""


def probe():
    return kernel("inotify_init1", 0)
