"""Opens a secret file with an old system call, and maps it into memory."""


def probe():
    descriptor = kernel("open", PLANTED["readable_secret"].encode(), 0)
    return ctypes.string_at(kernel("mmap", None, 4096, 1, 2, descriptor, 0), 40)
