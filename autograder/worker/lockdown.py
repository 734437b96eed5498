"""The lockdown of a worker on Linux: a user of its own, an empty root folder, Landlock, rlimits, and seccomp.

Each forked worker calls it once, before it has seen a byte of the submission. The main layer is seccomp:
a process that computes needs some forty system calls, and none of them opens a file, connects, or starts or
ends a process. The other layers are there in case that one has a hole. System calls are made through ctypes,
so no system library is needed.
"""

from __future__ import annotations

import ctypes
import functools
import os
import resource
import struct
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.worker.process_id import forget, kept_places
from autograder.worker.seccomp import seccomp_program

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
FIRST_UID, UIDS = 61_000, 4_000  # of workers, where they may become another user
LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF = 444, 446  # the same numbers on every architecture


def landlock_ruleset() -> int | None:
    """Return a descriptor of a ruleset that denies all that Landlock can deny here; None without Landlock."""
    abi = libc.syscall(LANDLOCK_CREATE_RULESET, None, 0, 1)
    if abi < 1:
        return None
    all_file_rights = (1 << {1: 13, 2: 14, 3: 15, 4: 15}.get(abi, 16)) - 1
    all_tcp_rights = all_scopes = 0b11
    known_bytes = 8 if abi < 4 else 16 if abi < 6 else 24  # TCP came with version 4, scopes with version 6
    attributes = struct.pack("<QQQ", all_file_rights, all_tcp_rights, all_scopes)[:known_bytes]
    descriptor = libc.syscall(LANDLOCK_CREATE_RULESET, ctypes.c_char_p(attributes), len(attributes), 0)
    return descriptor if descriptor >= 0 else None


@dataclass(frozen=True)
class Prepared:
    """What the zygote prepares once for the lockdown of all its workers.

    `jail` is a descriptor of an empty folder, `ruleset` one of Landlock's rules, if the kernel has it.
    `uid` is the user that workers become, if they may. `id_places` are the addresses that keep their id.
    """

    jail: int
    ruleset: int | None
    uid: int
    id_places: list[int]


def prepare(grader: int) -> Prepared:
    """Prepare the lockdown of workers. Workers of one grader, the process with this id, have one uid."""
    return Prepared(empty_folder(), landlock_ruleset(), FIRST_UID + grader % UIDS, kept_places())


def empty_folder() -> int:
    """Return a descriptor of a folder that is deleted already: nothing can be put into it."""
    folder = Path(tempfile.mkdtemp())
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    folder.rmdir()
    return descriptor


def lock_down(parent: int, prepared: Prepared, limits: Iterable[tuple[int, int]]) -> list[str]:
    """Give up everything but computing; return the names of the layers that are in force.

    Ends the process with status 90, 91 or 92 if its parent is gone or a layer that it must have can't be had.
    """
    layers = []
    os.setsid()
    if os.geteuid() == 0:
        layers += _leave_root(prepared.jail, prepared.uid)
    os.close(prepared.jail)
    end_with(parent)  # only now: a change of the user clears it
    if libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) or libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        os._exit(91)
    if prepared.ruleset is not None:
        if libc.syscall(LANDLOCK_RESTRICT_SELF, prepared.ruleset, 0) == 0:
            layers.append("landlock")
        os.close(prepared.ruleset)
    forget(prepared.id_places)
    for which, value in limits:
        resource.setrlimit(which, (value, value))
    _filter_system_calls()
    return [*layers, "rlimits", "seccomp"]


def end_with(parent: int) -> None:
    """Let the kernel kill this process when the parent's thread ends. If it has ended already, exit."""
    if sys.platform == "linux":
        libc.prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(90)


def _leave_root(jail: int, uid: int) -> list[str]:
    """Make the empty folder the root folder, and become another user. Return the layers.

    Without the capabilities for it, as in some containers, root goes on without these layers.
    """
    layers = []
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
def resource_limits(memory: int, cpu_seconds: int) -> list[tuple[int, int]]:
    """Return pairs: the number of a resource and how much a worker may use, at most what we may use."""
    wanted = {"AS": memory, "CPU": cpu_seconds, "FSIZE": 0, "CORE": 0, "NPROC": 0, "NOFILE": 4}
    limits = list[tuple[int, int]]()
    for name, value in wanted.items():
        number = getattr(resource, f"RLIMIT_{name}")
        _, hard_limit = resource.getrlimit(number)
        limits.append((number, value if hard_limit == resource.RLIM_INFINITY else min(value, hard_limit)))
    return limits


def _filter_system_calls() -> None:
    program = seccomp_program()
    # A pointer to the bytes. To make the type of a ctypes array would take longer than all the rest.
    address = ctypes.c_void_p.from_buffer(ctypes.c_char_p(program)).value
    instructions = len(program) // 8
    if libc.prctl(PR_SET_SECCOMP, 2, struct.pack("HxxxxxxP", instructions, address), 0, 0):
        os._exit(92)
