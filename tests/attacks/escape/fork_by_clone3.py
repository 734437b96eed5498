"""Forks with the newest of the system calls that do."""


def probe():
    arguments = (ctypes.c_uint64 * 8)(0, 0, 0, 0, 17, 0, 0, 0)
    pid = kernel((435, 435), arguments, 64)
    if pid == 0:
        os._exit(0)
    return os.waitpid(pid, 0)[0]
