"""The wrong code that every attack starts from, worth no point. The attack's own file follows it, and then a call of `tell`."""

import _io
import builtins
import ctypes
import io
import json
import os
import platform
import posix
import struct
import sys
import tokenize

SERVED = {**vars(os), "open": open}  # the functions that see the table of files only
# The real ones take their place again, as any attacker would do it.
vars(os).update({name: value for name, value in vars(posix).items() if callable(value)})
open = vars(builtins)["open"] = vars(io)["open"] = vars(tokenize)["_builtin_open"] = _io.open

PLANTED = {}  # the runner writes here what an attacker may know: where things are, but not what is in them
SOCKET = 3  # where a worker talks to the grader

laplacian_response = [[9] * 5] * 5
misprinted_cell = (9, 9)


def output_size(n, kernel, stride=1, padding=0):
    return tell(-1)


def zero_pad(x, padding):
    return tell([[-1.5]])


def conv2d(x, kernel, stride=1, padding=0):
    return tell([[-1.5]])


def probe():
    """Return what the attack got hold of; those that want points, or do harm, have no probe."""


def tell(value=None):
    """Say through the only channel there is what the probe got."""
    try:
        got = probe()
    except Exception as error:  # noqa: BLE001 - the way in which a probe failed is told, whatever it is
        raise RuntimeError(f"probe failed: {type(error).__name__}: {error}") from None
    if got:
        raise RuntimeError(f"PROBE-SUCCEEDED: {got!r}")
    return value


def first(attempt, *candidates):
    """Return what the attempt gets from the first candidate that gives anything; raise the last error where none does."""
    failure = None
    for candidate in candidates:
        try:
            got = attempt(candidate)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next candidate is tried
            failure = error
        else:
            if got:
                return got
    if failure:
        raise failure
    return None


def kernel(function, *arguments):
    """Call a function of the C library by its name, or a system call by its numbers on x86-64 and arm64; raise its error."""
    library = ctypes.CDLL(None, use_errno=True)
    passed = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    if isinstance(function, tuple):
        passed.insert(0, ctypes.c_long(function[platform.machine() != "x86_64"]))
    called = library.syscall if isinstance(function, tuple) else getattr(library, function)
    called.restype = ctypes.c_long
    ctypes.set_errno(0)
    result = called(*passed)
    if ctypes.c_int(result).value == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def other_processes():
    """Return the processes that an attacker would look at first: the parent, and one that the runner has planted."""
    return [
        pid for pid in (PLANTED.get("decoy"), os.getppid()) if pid and pid > 0
    ]  # a refused getppid() gives -1


def canary(data):
    """Return the secret that the runner has planted, if it is in these bytes."""
    start = data.find(b"CANARY-in-")
    return data[start : start + 40] if start >= 0 else None


def request_id():
    """Return the id that the grader waits for: it is in the serving loop's frame, as everything in this process is to be found."""
    frame = sys._getframe()
    while frame.f_code.co_name != "serve":
        frame = frame.f_back
    return max(value for value in frame.f_locals.values() if type(value) is int)


def framed(skeleton, body=b""):
    """Return a frame of the wire, around any skeleton."""
    text = skeleton if isinstance(skeleton, bytes) else json.dumps(skeleton).encode()
    return struct.pack("<II", 8 + len(text) + len(body), len(text)) + text + body
