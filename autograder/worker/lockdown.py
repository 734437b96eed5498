"""The lockdown of a worker on Linux: own uid, empty root, Landlock, rlimits, and the seccomp allow-list.

Called once in each forked worker, before it has seen a byte of the submission. The layer that does the work
is seccomp: a process that computes needs some forty system calls, and none of them opens, connects, starts or kills.
The others stand behind it. Raw system calls through ctypes: no system library is needed.
"""

from __future__ import annotations

import ctypes
import functools
import os
import resource
import struct
import sys
from collections.abc import Iterable

from autograder.worker.seccomp import seccomp_program

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF = 444, 446  # the same numbers on every architecture


def landlock_ruleset() -> int | None:
    """Return a descriptor of a ruleset that denies everything the kernel's Landlock knows, None without Landlock."""
    abi = libc.syscall(LANDLOCK_CREATE_RULESET, None, 0, 1)
    if abi < 1:
        return None
    files = (1 << {1: 13, 2: 14, 3: 15, 4: 15}.get(abi, 16)) - 1
    attributes = struct.pack("<QQQ", files, 0b11, 0b11)[
        : 8 if abi < 4 else 16 if abi < 6 else 24
    ]  # files, TCP, scopes
    descriptor = libc.syscall(LANDLOCK_CREATE_RULESET, ctypes.c_char_p(attributes), len(attributes), 0)
    return descriptor if descriptor >= 0 else None


def lock_down(parent: int, jail: int, ruleset: int | None, limits: Iterable[tuple[int, int]]) -> list[str]:
    """Give up everything but computing; return the names of the layers now in force. Ends the process where it can't."""
    layers = []
    os.setsid()
    if os.geteuid() == 0:
        layers += _leave_root(jail)
    os.close(jail)
    end_with(parent)  # after setuid, which clears it
    if libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) or libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        os._exit(91)
    if ruleset is not None:
        if libc.syscall(LANDLOCK_RESTRICT_SELF, ruleset, 0) == 0:
            layers.append("landlock")
        os.close(ruleset)
    for which, value in limits:
        resource.setrlimit(which, (value, value))
    _filter_system_calls()
    return [*layers, "rlimits", "seccomp"]


def end_with(parent: int) -> None:
    """Let the kernel kill this process as soon as its parent has ended; that may have happened by now."""
    if sys.platform == "linux":
        libc.prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(90)


def _leave_root(jail: int) -> list[str]:
    """Enter the empty folder and take a uid of this worker's own; a root without these capabilities goes on without."""
    layers = []
    uid = 61_000 + os.getpid() % 4_000
    try:
        os.fchdir(jail)
        os.chroot(".")
        layers.append("chroot")
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        layers.append("uid")
    except OSError:
        pass
    return layers


@functools.cache
def limits(memory: int, cpu_seconds: int) -> list[tuple[int, int]]:
    """Return how much of each resource, by its number, a worker may use: nowhere more than there is."""
    wanted = {"AS": memory, "CPU": cpu_seconds, "FSIZE": 0, "CORE": 0, "NPROC": 0, "NOFILE": 4}
    numbers = {getattr(resource, f"RLIMIT_{name}"): value for name, value in wanted.items()}
    hard = {which: resource.getrlimit(which)[1] for which in numbers}
    return [
        (which, value if hard[which] == resource.RLIM_INFINITY else min(value, hard[which]))
        for which, value in numbers.items()
    ]


def _filter_system_calls() -> None:
    program = seccomp_program(own=os.getpid())
    address = ctypes.c_void_p.from_buffer(
        ctypes.c_char_p(program)
    ).value  # no array of ctypes: making its type takes longer than the rest
    if libc.prctl(PR_SET_SECCOMP, 2, struct.pack("HxxxxxxP", len(program) // 8, address), 0, 0):
        os._exit(92)
