"""The allow-list of system calls, by name, and the seccomp filter (classic BPF) that enforces it."""

from __future__ import annotations

import errno
import functools
import platform
import struct

# The allow-list. Numbers from the kernel's own tables (arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h).
NUMBERS = {
    "x86_64": dict(
        read=0, write=1, close=3, poll=7, lseek=8, mmap=9, mprotect=10, munmap=11, brk=12, rt_sigaction=13, rt_sigprocmask=14,
        rt_sigreturn=15, readv=19, writev=20, select=23, sched_yield=24, mremap=25, madvise=28, nanosleep=35, getpid=39, exit=60,
        gettimeofday=96, getrusage=98, times=100, getuid=102, getgid=104, geteuid=107, getegid=108, sigaltstack=131, gettid=186,
        time=201, futex=202, sched_getaffinity=204, restart_syscall=219, clock_gettime=228, clock_getres=229, clock_nanosleep=230,
        exit_group=231, pselect6=270, ppoll=271, set_robust_list=273, getrandom=318, membarrier=324, rseq=334,
    ),
    "aarch64": dict(
        close=57, lseek=62, read=63, write=64, readv=65, writev=66, pselect6=72, ppoll=73, exit=93, exit_group=94, futex=98,
        set_robust_list=99, nanosleep=101, clock_gettime=113, clock_getres=114, clock_nanosleep=115, sched_getaffinity=123,
        sched_yield=124, restart_syscall=128, sigaltstack=132, rt_sigaction=134, rt_sigprocmask=135, rt_sigreturn=139, times=153,
        getrusage=165, gettimeofday=169, getpid=172, getuid=174, geteuid=175, getgid=176, getegid=177, gettid=178, brk=214,
        munmap=215, mremap=216, mmap=222, mprotect=226, madvise=233, getrandom=278, membarrier=283, rseq=293,
    ),
}  # fmt: skip
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
LOAD, JUMP_EQUAL, JUMP_GREATER, JUMP_BITS, RETURN = (
    0x20,
    0x15,
    0x25,
    0x45,
    0x06,
)  # classic BPF: ld abs, jeq, jgt, jset, ret
BLOCK = 8  # numbers that are looked through one by one: the kernel tries the whole filter on every number there is, for each worker
ANYBODY = 0x7FFFFFFF  # no process has this id
ALLOW, DENY, KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
PROT_EXEC, OTHERS_CLOCK = 4, 1 << 31
# Bits of an argument that must be 0: no executable memory, no clock of another process (those ids are negative).
FORBIDDEN_BITS = {
    "mmap": (2, PROT_EXEC), "mprotect": (2, PROT_EXEC), "clock_gettime": (0, OTHERS_CLOCK),
    "clock_getres": (0, OTHERS_CLOCK), "clock_nanosleep": (0, OTHERS_CLOCK),
}  # fmt: skip


def step(code: int, yes: int, no: int, operand: int) -> bytes:
    """Return one instruction of BPF; `yes` and `no` are how many to skip after a comparison."""
    return struct.pack("<HBBI", code, yes, no, operand)


def seccomp_program(machine: str = platform.machine(), own: int = 0) -> bytes:
    """Return the filter as BPF for process `own`: other ABIs kill, calls outside the list and executable memory get EPERM."""
    return _program_for_anybody(machine).replace(step(JUMP_EQUAL, 0, 1, ANYBODY), step(JUMP_EQUAL, 0, 1, own))


@functools.cache  # filled before the first fork
def _program_for_anybody(machine: str) -> bytes:
    numbers = NUMBERS[machine]
    program = [
        step(LOAD, 0, 0, 4),
        step(JUMP_EQUAL, 1, 0, AUDIT_ARCH[machine]),
        step(RETURN, 0, 0, KILL),
        step(LOAD, 0, 0, 0),
    ]
    for name, (argument, bits) in FORBIDDEN_BITS.items():
        program += [
            step(JUMP_EQUAL, 0, 4, numbers[name]),
            step(LOAD, 0, 0, 16 + 8 * argument),
            step(JUMP_BITS, 0, 1, bits),
        ]
        program += [step(RETURN, 0, 0, DENY), step(RETURN, 0, 0, ALLOW)]
    # One's own affinity only. The C library asks by process id when scipy.fft counts processors.
    program += [
        step(JUMP_EQUAL, 0, 5, numbers["sched_getaffinity"]),
        step(LOAD, 0, 0, 16),
        step(JUMP_EQUAL, 1, 0, 0),
    ]
    program += [step(JUMP_EQUAL, 0, 1, ANYBODY), step(RETURN, 0, 0, ALLOW), step(RETURN, 0, 0, DENY)]
    others = sorted(numbers.values())  # those with conditions have been decided by now
    for block in (others[start : start + BLOCK] for start in range(0, len(others), BLOCK)):
        program += [step(JUMP_GREATER, 2 * len(block) + 1, 0, block[-1])]
        for number in block:
            program += [step(JUMP_EQUAL, 0, 1, number), step(RETURN, 0, 0, ALLOW)]
        program += [step(RETURN, 0, 0, DENY)]
    return b"".join([*program, step(RETURN, 0, 0, DENY)])
