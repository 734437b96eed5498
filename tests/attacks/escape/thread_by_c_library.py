"""Starts a thread with the C library, behind Python's back."""


def probe():
    thread = ctypes.c_ulong()
    library = ctypes.CDLL(None)
    error = library.pthread_create(ctypes.byref(thread), None, library.getpid, None)
    if error:
        raise OSError(error, os.strerror(error))
    library.pthread_join(thread, None)
    return thread.value
