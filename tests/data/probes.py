"""Forbidden acts, written as a submission would write them. `attempts()` tries each and says how it ended.

Each is a name, how it ends for root if nothing forbids it, and the act. An act that would do harm is written
so that it fails for another reason than permission: that shows that the kernel was reached.
"""

# Written as a submission would be, call by call:
# ruff: noqa

import _io
import ctypes
import errno
import os
import platform
import posix
import resource
import signal
import socket
import subprocess
import _thread

open = _io.open  # the real functions, which the table of files has not replaced
vars(os).update({name: getattr(posix, name) for name in dir(posix) if callable(getattr(posix, name))})
libc = ctypes.CDLL(None, use_errno=True)
NOWHERE = "/nonexistent/file"
HERE, NONE = -100, 0


def call(number, *arguments):
    """Make a raw system call; texts go as pointers, numbers as longs."""
    ctypes.set_errno(0)
    passed = [ctypes.c_char_p(one) if isinstance(one, bytes) else ctypes.c_long(one) for one in arguments]
    if libc.syscall(ctypes.c_long(number), *passed) == -1:
        raise OSError(ctypes.get_errno(), "")


def start_thread():
    _thread.start_new_thread(int, ())  # threading runs a thread's work in place


def fork():
    if os.fork() == 0:
        os._exit(0)
    os.wait()


PATHS = [
    ("open a file", "done", lambda: open("/etc/passwd").read()),
    ("open a file for writing", "ENOENT", lambda: open(NOWHERE, "w")),
    ("open its own memory", "done", lambda: open("/proc/self/mem", "rb")),
    ("open its parent's environment", "done", lambda: open(f"/proc/{os.getpid()}/environ").read()),
    ("list a folder", "done", lambda: os.listdir("/")),
    ("list its descriptors", "done", lambda: os.listdir("/proc/self/fd")),
    ("stat", "done", lambda: os.stat("/")),
    ("access", "done", lambda: os.chdir("/")),
    ("read a link", "done", lambda: os.readlink("/proc/self/exe")),
    ("getcwd", "done", os.getcwd),
    ("make a folder", "ENOENT", lambda: os.mkdir(NOWHERE)),
    ("unlink", "ENOENT", lambda: os.unlink(NOWHERE)),
    ("rename", "ENOENT", lambda: os.rename(NOWHERE, NOWHERE)),
    ("link", "ENOENT", lambda: os.link(NOWHERE, NOWHERE)),
    ("symlink", "ENOENT", lambda: os.symlink("a", NOWHERE)),
    ("truncate", "ENOENT", lambda: os.truncate(NOWHERE, 0)),
    ("chmod", "ENOENT", lambda: os.chmod(NOWHERE, 0o777)),
    ("chown", "ENOENT", lambda: os.chown(NOWHERE, 0, 0)),
    ("set times", "ENOENT", lambda: os.utime(NOWHERE)),
    ("make a pipe in a folder", "ENOENT", lambda: os.mkfifo(NOWHERE)),
    ("set an attribute", "ENOENT", lambda: os.setxattr(NOWHERE, "user.a", b"b")),
    ("chroot", "ENOENT", lambda: os.chroot(NOWHERE)),
]
NETWORK = [
    ("TCP", "done", lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM)),
    ("UDP", "done", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM)),
    ("unix", "done", lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)),
    ("unix datagrams", "done", lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)),
    ("netlink", "done", lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)),
    ("raw IP", "done", lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)),
    ("a socket pair", "done", socket.socketpair),
    ("a pipe", "done", os.pipe),
]
PROCESSES = [
    ("fork", "done", fork),
    ("exec", "ENOENT", lambda: os.execv(NOWHERE, ["a"])),
    ("spawn", "ENOENT", lambda: os.posix_spawn(NOWHERE, ["a"], {})),
    ("subprocess", "done", lambda: subprocess.run(["/bin/true"])),
    ("start a thread", "done", start_thread),
    ("signal itself", "done", lambda: os.kill(os.getpid(), 0)),
    ("signal init", "done", lambda: os.kill(1, 0)),
    ("signal its group", "done", lambda: os.killpg(0, 0)),
    ("an alarm", "done", lambda: signal.setitimer(signal.ITIMER_REAL, 0)),
    ("setuid", "done", lambda: os.setuid(os.getuid())),
    ("setgid", "done", lambda: os.setgid(os.getgid())),
    ("setgroups", "done", lambda: os.setgroups([])),
    ("setsid", "EPERM", os.setsid),  # the control leads a session already, so it can't tell
    (
        "raise a limit",
        "done",
        lambda: resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)),
    ),
    ("nice", "done", lambda: os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0))),
    ("choose processors", "done", lambda: os.sched_setaffinity(0, os.sched_getaffinity(0))),
    ("wait", "ECHILD", os.wait),
    ("duplicate a descriptor", "done", lambda: os.dup(0)),
    ("change the umask", "done", lambda: call(95, 0o22) if platform.machine() == "x86_64" else os.getcwd()),
]
RAW = [  # by number, on x86_64
    ("ptrace", "done", lambda: call(101, 0, 0, 0, 0)),
    ("read another's memory", "done", lambda: call(310, os.getpid(), NONE, 0, NONE, 0, 0)),
    ("write another's memory", "done", lambda: call(311, os.getpid(), NONE, 0, NONE, 0, 0)),
    ("clone3", "EINVAL", lambda: call(435, NONE, 0)),
    ("execveat", "ENOENT", lambda: call(322, HERE, NOWHERE.encode(), NONE, NONE, 0)),
    ("openat2", "EINVAL", lambda: call(437, HERE, b"/", NONE, 0)),
    ("pidfd_open", "done", lambda: call(434, os.getpid(), 0)),
    ("pidfd_getfd", "EBADF", lambda: call(438, -1, 0, 0)),
    ("pidfd_send_signal", "EBADF", lambda: call(424, -1, 0, NONE, 0)),
    ("tgkill", "done", lambda: call(234, os.getpid(), os.getpid(), 0)),
    ("prctl", "done", lambda: call(157, 3, 0, 0, 0, 0)),
    ("arch_prctl", "EFAULT", lambda: call(158, 0x1003, NONE)),
    ("unshare", "done", lambda: call(272, 0)),
    ("setns", "EBADF", lambda: call(308, -1, 0)),
    ("mount", "ENOENT", lambda: call(165, NONE, NOWHERE.encode(), NONE, 0, NONE)),
    ("umount", "ENOENT", lambda: call(166, NOWHERE.encode(), 0)),
    ("pivot_root", "ENOENT", lambda: call(155, NOWHERE.encode(), NOWHERE.encode())),
    ("memfd", "done", lambda: call(319, b"a", 0)),
    ("executable memory", "done", lambda: call(9, NONE, 4096, 5, 0x22, -1, 0)),
    ("writable executable memory", "done", lambda: call(9, NONE, 4096, 7, 0x22, -1, 0)),
    ("making memory executable", "done", lambda: call(10, NONE, 0, 4)),
    ("pkey_mprotect", "done", lambda: call(329, NONE, 0, 4, -1)),
    ("io_uring", "EFAULT", lambda: call(425, 1, NONE)),
    ("bpf", "EINVAL", lambda: call(321, 99, NONE, 0)),
    ("keyctl", "ENOTSUP", lambda: call(250, 9999, 0, 0, 0, 0)),
    ("add_key", "EFAULT", lambda: call(248, NONE, NONE, NONE, 0, 0)),
    ("userfaultfd", "EINVAL", lambda: call(323, 1 << 20)),
    ("perf_event", "EFAULT", lambda: call(298, NONE, 0, -1, -1, 0)),
    ("shared memory", "EINVAL", lambda: call(29, 0, 0, 0)),
    ("message queues", "ENOENT", lambda: call(68, 0x7FFF1234, 0)),
    ("semaphores", "ENOENT", lambda: call(64, 0x7FFF1234, 0, 0)),
    ("POSIX message queues", "ENOENT", lambda: call(240, b"nothing", 0, 0, NONE)),
    ("personality", "done", lambda: call(135, 0xFFFFFFFF)),
    ("ports", "done", lambda: call(172, 0)),
    ("descriptor tables", "done", lambda: call(154, 0, NONE, 0)),
    ("load a module", "EFAULT", lambda: call(175, NONE, 64, NONE)),
    ("set the time", "done", lambda: call(164, NONE, NONE)),
    ("name the machine", "EINVAL", lambda: call(170, NONE, -1)),
    ("reboot", "EINVAL", lambda: call(169, 0, 0, 0, NONE)),
    ("swap", "ENOENT", lambda: call(167, NOWHERE.encode(), 0)),
    ("the kernel's log", "done", lambda: call(103, 10, NONE, 0)),
    ("inotify", "done", lambda: call(294, 0)),
    ("epoll", "done", lambda: call(291, 0)),
    ("eventfd", "done", lambda: call(290, 0, 0)),
    ("timerfd", "done", lambda: call(283, 1, 0)),
    ("ioctl", "ENOTTY", lambda: call(16, 0, 0x5412, NONE)),
    ("fcntl", "done", lambda: call(72, 0, 1)),
    ("fstat", "EFAULT", lambda: call(5, 0, NONE)),
    ("lock memory", "EINVAL", lambda: call(151, 0)),
    ("another filter", "EFAULT", lambda: call(317, 1, 0, NONE)),
    ("another ruleset", "EFAULT", lambda: call(444, NONE, 0, 0)),
    ("connect an inherited descriptor", "ENOTSOCK", lambda: call(42, 0, NONE, 0)),
    ("bind an inherited descriptor", "ENOTSOCK", lambda: call(49, 0, NONE, 0)),
    ("send to an address", "ENOTSOCK", lambda: call(44, 0, NONE, 0, 0, NONE, 0)),
    ("receive descriptors", "ENOTSOCK", lambda: call(47, 0, NONE, 0)),
    ("its parent", "done", lambda: call(110)),
    ("the x32 ABI", "ENOSYS", lambda: call(0x40000000 | 39)),
]
PROBES = [*PATHS, *NETWORK, *PROCESSES, *(RAW if platform.machine() == "x86_64" else [])]


def expected():
    return {name: ending for name, ending, _ in PROBES}


def attempt(act):
    """Return "done", or the name of the error."""
    try:
        act()
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))
    except BaseException as error:
        return type(error).__name__
    return "done"


def attempts():
    return {name: attempt(act) for name, _, act in PROBES}


def attempts_apart():
    """The same, each in a process of its own, since without a lockdown some have effects."""
    endings = {}
    for name, _, act in PROBES:
        reading, writing = os.pipe()
        if os.fork() == 0:
            null = os.open("/dev/null", os.O_RDWR)
            os.dup2(null, 0)
            if name == "setsid":
                os.setsid()
            os.write(writing, attempt(act).encode())
            os._exit(0)
        os.close(writing)
        endings[name] = os.read(reading, 100).decode()
        os.close(reading)
        os.wait()
    return endings


def descriptors():
    """Return the descriptors that are open."""
    found = []
    for number in range(4096):
        try:
            os.lseek(number, 0, os.SEEK_CUR)
            found.append(number)
        except OSError as error:
            if error.errno != errno.EBADF:
                found.append(number)
    return found


def old_system_call():
    """Jump to an `int 0x80` that happens to lie in the C library: a system call by the 32-bit table."""
    start = ctypes.cast(libc.abs, ctypes.c_void_p).value
    place = ctypes.string_at(start, 1 << 20).find(b"\xcd\x80")
    return ctypes.CFUNCTYPE(ctypes.c_int)(start + place)() if place >= 0 else None
