"""Makes a mount namespace of its own."""


def probe():
    return kernel("unshare", 0x00020000) == 0
