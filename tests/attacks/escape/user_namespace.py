"""Makes a user namespace, in which it would be root."""


def probe():
    return kernel("unshare", 0x10000000) == 0
