"""Asks for memory that not even the kernel can read."""


def probe():
    return kernel((447, 447), 0)
