"""The system calls that a worker may make, and the seccomp filter that denies all others.

The list is ALLOWED. The rest of the file turns it into a program for the kernel, in classic BPF.
"""

from __future__ import annotations

import errno
import functools
import platform
import struct

from autograder.worker import process_id

# Each system call with its number on x86-64 and on arm64; None if that machine does not have it.
# The numbers are from the kernel: arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h.
ALLOWED: dict[str, tuple[int, int | None]] = {
    # Reading from and writing to descriptors that are open already.
    "read": (0, 63),
    "write": (1, 64),
    "readv": (19, 65),
    "writev": (20, 66),
    "lseek": (8, 62),
    "close": (3, 57),
    "poll": (7, None),
    "ppoll": (271, 73),
    "select": (23, None),
    "pselect6": (270, 72),
    # Memory. `mmap` and `mprotect` may not make it executable, see FORBIDDEN_BITS.
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "brk": (12, 214),
    "membarrier": (324, 283),
    # Time, and clocks of this process only, see FORBIDDEN_BITS.
    "time": (201, None),
    "gettimeofday": (96, 169),
    "times": (100, 153),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "nanosleep": (35, 101),
    # What this process has used.
    "getrusage": (98, 165),
    "sched_getaffinity": (204, 123),
    # Signal handlers of its own.
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "restart_syscall": (219, 128),
    # What the C library needs: locks, random bytes.
    "futex": (202, 98),
    "set_robust_list": (273, 99),
    "rseq": (334, 293),
    "sched_yield": (24, 124),
    "getrandom": (318, 278),
    # Ending.
    "exit": (60, 93),
    "exit_group": (231, 94),
}
ANSWERED_ZERO: dict[str, tuple[int, int]] = {
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getuid": (102, 174),
    "getgid": (104, 176),
    "geteuid": (107, 175),
    "getegid": (108, 177),
}
"""Calls that the kernel does not make, and answers with 0. Ids differ from worker to worker, so that one
submission could tell something to another one."""
WAIT, WAKE, REQUEUE, COMPARE_REQUEUE, WAIT_BITS, WAKE_BITS = 0, 1, 3, 4, 9, 10
LOCK_OPERATIONS = (WAIT, WAKE, REQUEUE, COMPARE_REQUEUE, WAIT_BITS, WAKE_BITS)
"""What `futex` may do. Its other operations write the thread's id into memory. Source: linux/futex.h."""
OPERATION = 0x7F  # the bits of futex's second argument that are no options

PROT_EXEC, OTHER_PROCESS = 4, 1 << 31  # clocks of other processes have negative ids
FORBIDDEN_BITS = {
    "mmap": (2, PROT_EXEC),
    "mprotect": (2, PROT_EXEC),
    "clock_gettime": (0, OTHER_PROCESS),
    "clock_getres": (0, OTHER_PROCESS),
    "clock_nanosleep": (0, OTHER_PROCESS),
}
"""Allowed calls with a position of an argument, counted from 0, and bits that must be 0 in it."""

NUMBERS = {
    "x86_64": {name: number for name, (number, _) in ALLOWED.items()},
    "aarch64": {name: number for name, (_, number) in ALLOWED.items() if number is not None},
}
ZERO_NUMBERS = {
    "x86_64": [number for number, _ in ANSWERED_ZERO.values()],
    "aarch64": [number for _, number in ANSWERED_ZERO.values()],
}
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# BPF: ld abs, and, jeq, jgt, jset, ret.
LOAD, AND, JUMP_EQUAL, JUMP_GREATER, JUMP_BITS, RETURN = 0x20, 0x54, 0x15, 0x25, 0x45, 0x06
# What can be loaded: offsets in the kernel's struct seccomp_data.
CALL_NUMBER, ARCHITECTURE, FIRST_ARGUMENT, ARGUMENT_SIZE = 0, 4, 16, 8
# What a filter returns.
ALLOW, ZERO, DENY, KILL = 0x7FFF0000, 0x00050000, 0x00050000 | errno.EPERM, 0x80000000
BLOCK = 8  # so many numbers are compared one by one, see _allow_listed


def instruction(code: int, skip_if_true: int, skip_if_false: int, operand: int) -> bytes:
    """Return one instruction of BPF. A comparison skips some of those that follow it."""
    return struct.pack("<HBBI", code, skip_if_true, skip_if_false, operand)


@functools.cache  # filled in the zygote, before it forks
def seccomp_program(machine: str = platform.machine()) -> bytes:
    """Return the filter.

    Calls that are not in the list, and forbidden bits, end with EPERM. Calls for ids answer 0.
    A call by the numbers of another kind of machine kills the process.
    """
    numbers = NUMBERS[machine]
    program = [
        instruction(LOAD, 0, 0, ARCHITECTURE),
        instruction(JUMP_EQUAL, 1, 0, AUDIT_ARCH[machine]),
        instruction(RETURN, 0, 0, KILL),
        instruction(LOAD, 0, 0, CALL_NUMBER),
    ]
    for name, (argument, bits) in FORBIDDEN_BITS.items():
        program += _forbid_bits(numbers[name], argument, bits)
    program += _own_affinity_only(numbers["sched_getaffinity"])
    program += _listed_operations(numbers["futex"])
    for number in ZERO_NUMBERS[machine]:
        program += [instruction(JUMP_EQUAL, 0, 1, number), instruction(RETURN, 0, 0, ZERO)]
    program += _allow_listed(sorted(numbers.values()))
    return b"".join([*program, instruction(RETURN, 0, 0, DENY)])


def _forbid_bits(number: int, argument: int, bits: int) -> list[bytes]:
    """Decide on one call: deny it if an argument has one of the bits."""
    return [
        instruction(JUMP_EQUAL, 0, 4, number),
        instruction(LOAD, 0, 0, FIRST_ARGUMENT + ARGUMENT_SIZE * argument),
        instruction(JUMP_BITS, 0, 1, bits),
        instruction(RETURN, 0, 0, DENY),
        instruction(RETURN, 0, 0, ALLOW),
    ]


def _own_affinity_only(number: int) -> list[bytes]:
    """Decide on sched_getaffinity: a process may ask about itself.

    It sees 0 as its id, and the C library uses the placeholder that stands where the id was. So the library
    asks about process 1, whose processors no submission can choose.
    """
    return [
        instruction(JUMP_EQUAL, 0, 5, number),
        instruction(LOAD, 0, 0, FIRST_ARGUMENT),
        instruction(JUMP_EQUAL, 1, 0, 0),
        instruction(JUMP_EQUAL, 0, 1, process_id.PLACEHOLDER),
        instruction(RETURN, 0, 0, ALLOW),
        instruction(RETURN, 0, 0, DENY),
    ]


def _listed_operations(number: int) -> list[bytes]:
    """Decide on futex: allow the operations that locks need."""
    count = len(LOCK_OPERATIONS)
    return [
        instruction(JUMP_EQUAL, 0, count + 4, number),
        instruction(LOAD, 0, 0, FIRST_ARGUMENT + ARGUMENT_SIZE),
        instruction(AND, 0, 0, OPERATION),
        *(instruction(JUMP_EQUAL, count - at, 0, one) for at, one in enumerate(LOCK_OPERATIONS)),
        instruction(RETURN, 0, 0, DENY),
        instruction(RETURN, 0, 0, ALLOW),
    ]


def _allow_listed(numbers: list[int]) -> list[bytes]:
    """Allow all these numbers, in blocks of ascending ones. Calls with conditions have been decided before.

    For each worker, the kernel runs the filter once for every number that exists. So it skips whole blocks.
    """
    steps = list[bytes]()
    for start in range(0, len(numbers), BLOCK):
        block = numbers[start : start + BLOCK]
        steps.append(instruction(JUMP_GREATER, 2 * len(block) + 1, 0, block[-1]))
        for number in block:
            steps += [instruction(JUMP_EQUAL, 0, 1, number), instruction(RETURN, 0, 0, ALLOW)]
        steps.append(instruction(RETURN, 0, 0, DENY))
    return steps
