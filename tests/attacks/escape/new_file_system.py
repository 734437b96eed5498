"""Opens a file system that is mounted nowhere."""


def probe():
    return kernel((430, 430), b"tmpfs", 0)
