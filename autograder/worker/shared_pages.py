"""Two measures that keep the pages of the zygote's memory shared with its workers.

A forked process shares its parent's memory until it writes to it. Then the kernel copies that page (4 KiB).
A worker writes to some thousand pages, and that is a large part of what it costs. Without these two measures,
a right homework takes 12 to 16 % more CPU time in all.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable

# First measure. Modules such as `random` and `logging` register functions that Python calls in every forked
# process. They seed generators and renew locks, and write to a hundred pages. The zygote has no threads and a
# worker needs no new seeds, so nothing is registered. This must run before those modules are imported.
NO_FORK_HANDLERS = "import os; os.register_at_fork = lambda **_: None"

# Second measure, see `fill_free_memory`.
PYTHON_SIZES = range(16, 513, 16)
"""The sizes, in bytes, that Python's own allocator serves. Larger ones come from the C library."""
C_LIBRARY_SIZES = [*range(8184, 1024, -512), *range(1016, 24, -16)]
MAX_FILLED = 1 << 18
"""How many bytes are filled for one size, at most."""
FRESH_IN_A_ROW = 12
"""Memory is fresh if so many blocks in a row lie side by side."""


def fill_free_memory() -> None:
    """Allocate every free block between the zygote's objects, and keep it.

    A worker's new objects then lie side by side on fresh pages. In free blocks, each would lie on another
    page of the zygote, which would have to be copied.
    """
    python, c_library = ctypes.pythonapi.PyObject_Malloc, ctypes.CDLL(None).malloc
    for allocate in (python, c_library):
        allocate.restype, allocate.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    for size in PYTHON_SIZES:
        _fill(python, size)
    for size in C_LIBRARY_SIZES:
        _fill(c_library, size)


def _fill(allocate: Callable[[int], int], size: int) -> None:
    """Allocate blocks of one size until they come from fresh memory."""
    previous = in_a_row = 0
    for _ in range(MAX_FILLED // size):
        address = allocate(size)
        side_by_side = size <= address - previous < size + 16
        in_a_row = in_a_row + 1 if side_by_side else 0
        if in_a_row == FRESH_IN_A_ROW:
            return
        previous = address
