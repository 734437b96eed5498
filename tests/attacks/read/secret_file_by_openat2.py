"""Opens a secret file with the newest of the system calls that open."""


def probe():
    how = (ctypes.c_uint64 * 3)(0, 0, 0)
    descriptor = kernel((437, 437), -100, PLANTED["readable_secret"].encode(), how, 24)
    return os.read(descriptor, 100)
