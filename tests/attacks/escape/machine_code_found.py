"""Calls the kernel by its old table for 32 bits through bytes that happen to be in a library, so that no new code is needed."""

ONLY_ON = "x86_64"
NEVER_SUCCEEDS = "what follows the bytes is any code, so that without a filter the process crashes there"
EXPECT = "SIGSYS|the bytes are nowhere"


def probe():
    start = ctypes.cast(ctypes.pythonapi.Py_Initialize, ctypes.c_void_p).value
    at = ctypes.string_at(start, 500_000).find(b"\xcd\x80")  # int 0x80
    if at < 0:
        raise LookupError("the bytes are nowhere")
    ctypes.CFUNCTYPE(None)(start + at)()
    return "came back"
