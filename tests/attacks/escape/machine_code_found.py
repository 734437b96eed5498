"""Calls the kernel by its old table for 32 bits through bytes that happen to be in a library, so that no new code is needed."""

NEVER_SUCCEEDS = "not every library holds these bytes"


def probe():
    start = ctypes.cast(ctypes.pythonapi.Py_Initialize, ctypes.c_void_p).value
    at = ctypes.string_at(start, 500_000).find(b"\xcd\x80\xc3")
    if at < 0:
        raise LookupError("the bytes are nowhere")
    ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_double, ctypes.c_double)(start + at)(0.0, 0.0)  # two doubles: eax is 2, a fork
    return "came back"
