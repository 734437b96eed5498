"""The id of a process, which its own memory keeps in some places, and how a worker forgets it.

The kernel numbers processes one after another. So the id of a worker would tell a submission how many
processes were started before it, and one submission could count for another one, by ending its workers.
The filter of system calls lets the kernel answer 0 to who asks. Here is the rest: the C library keeps the id
of each thread (its `struct pthread`), and Python keeps it, too (its `PyThreadState`).
"""

from __future__ import annotations

import ctypes
import json
import os

PLACEHOLDER = 1
"""What stands where the id was. It is not 0, which means to the C library that a thread has ended."""
INTEGER_BYTES = 4


def kept_places() -> list[int]:
    """Return the addresses where this process and all that it forks keep their own id.

    They hold this process's id here, and another id in a child. It is forked to find them.
    """
    reading, writing = os.pipe()
    here, child = _places(os.getpid()), os.fork()
    if child == 0:
        os.write(writing, json.dumps(_places(os.getpid())).encode())
        os._exit(0)
    os.close(writing)
    there = json.loads(os.read(reading, 1 << 16))
    os.close(reading)
    os.waitpid(child, 0)
    return [address for address in here if address in there]


def _places(process_id: int) -> list[int]:
    """Return the addresses in both records of this thread that hold a number."""
    self, state = ctypes.CDLL(None).pthread_self, ctypes.pythonapi.PyThreadState_Get
    self.restype = state.restype = ctypes.c_void_p
    number = process_id.to_bytes(INTEGER_BYTES, "little")
    # Both records are longer in every supported version, and keep the id before these ends.
    return [
        address
        for begin, size in ((self(), 1024), (state(), 256))
        for address in range(begin, begin + size, INTEGER_BYTES)
        if ctypes.string_at(address, INTEGER_BYTES) == number
    ]


def forget(places: list[int]) -> None:
    """Overwrite this process's id where its memory keeps it."""
    for address in places:
        ctypes.c_int.from_address(address).value = PLACEHOLDER
