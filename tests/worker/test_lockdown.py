"""A locked-down worker can only compute. Each forbidden act fails, for root and for a user."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.errors import Crashed
from autograder.sandbox.forked import ForkedWorker, Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import ChildWorker
from autograder.sandbox.worker import Worker
from autograder.worker import lockdown, seccomp

DATA = Path(__file__).parents[1] / "data"
PROBES, NUMPY_LIST, DATA_LIST = (
    Path(DATA, f"{name}.py").read_text(encoding="utf-8") for name in ("probes", "numpy_list", "data_list")
)
LISTED, DATA_LISTED = (
    [line[4 : line.index("(")] for line in lines.splitlines() if line.startswith("def ")]
    for lines in (NUMPY_LIST, DATA_LIST)
)
DATA_LISTED = DATA_LISTED[2:]  # the first two help the others
LONG = Limits(call_seconds=20)
ROOT = os.geteuid() == 0
NOBODY = 65534
IN_A_WORKER = {"start a thread": "RuntimeError"}  # every other probe ends with EPERM
REPORT = """
import json, sys
_, package, names, sys.executable, *packages = sys.argv
sys.path.insert(0, package)
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
with Zygote() as zygote:
    worker = zygote.worker(Limits(call_seconds=20), {"scipy", *packages})
    worker.ask(["load", "submission", [["probes", sys.stdin.read()]]], 20)
    replies = {name: worker.ask(["call", name, [], {}], 20)[:3] for name in names.split()}
    print(json.dumps([worker.layers, replies], default=repr))
"""


def call(worker: Worker, name: str) -> Any:
    outcome, *content = worker.ask(["call", name, [], {}], 20)
    assert outcome == "value", content
    return content[0]


@pytest.fixture(scope="module")
def worker(zygote: Zygote) -> Iterator[ForkedWorker]:
    worker = zygote.worker(LONG)
    worker.ask(["load", "submission", [["probes", PROBES]]], 20)
    yield worker
    worker.end()


@pytest.fixture(scope="module")
def anyone() -> Iterator[tuple[str, str]]:
    """The paths of a Python with numpy and of our package, which every user can read.

    An interpreter in a private folder is copied.
    """
    with tempfile.TemporaryDirectory() as name:
        place, python, base = Path(name), Path(sys.executable), Path(sys.base_prefix, "lib")
        place.chmod(0o755)
        shutil.copytree(
            Path(__file__).parents[2] / "autograder", place / "autograder", copy_function=shutil.copyfile
        )
        if not _works(python):
            rest = shutil.ignore_patterns("test", "site-packages", "__pycache__", "idlelib", "ensurepip")
            shutil.copytree(
                Path(os.__file__).parent, place / "lib" / Path(os.__file__).parent.name, ignore=rest
            )
            for file in [python.resolve(), *base.glob("libpython*.so*")]:
                (place / file.parent.name).mkdir(exist_ok=True)
                shutil.copy(file, place / file.parent.name)
            run = f'exec {place}/bin/{python.resolve().name} "$@"'
            python = place / "python"
            python.write_text(
                f"#!/bin/sh\nLD_LIBRARY_PATH={place}/lib PYTHONPATH={Path(np.__file__).parent.parent} {run}\n"
            )
            python.chmod(0o755)
        yield str(python), name


def _works(python: Path) -> bool:
    try:
        return (
            subprocess.run(
                [python, "-c", "import numpy"], user=NOBODY, group=NOBODY, extra_groups=[], cwd="/"
            ).returncode
            == 0
        )
    except OSError:
        return False


def report(python: str, package: str, source: str, names: list[str], *packages: str, **user: Any) -> Any:
    """Run a zygote under another Python or as another user; return its worker's layers and replies."""
    command = [python, "-c", REPORT, package, " ".join(names), python, *packages]
    done = subprocess.run(command, input=source, capture_output=True, text=True, cwd="/", timeout=60, **user)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_forbidden_act_fails_in_a_worker(worker: ForkedWorker) -> None:
    """Files, network, processes, signals, memory, kernel interfaces: each forbidden act ends with EPERM."""
    endings = call(worker, "attempts")
    assert len(endings) >= 40
    assert {name: ending for name, ending in endings.items() if ending != "EPERM"} == IN_A_WORKER


@pytest.mark.e2e
@pytest.mark.skipif(not ROOT, reason="only root can become another user")
def test_every_forbidden_act_fails_for_an_ordinary_user_too(anyone: tuple[str, str]) -> None:
    """Started by a user without rights, a worker is at level B: no uid of its own, no empty root folder.

    Every forbidden act is refused all the same.
    """
    layers, replies = report(
        *anyone, PROBES, ["attempts", "descriptors"], user=NOBODY, group=NOBODY, extra_groups=[]
    )
    assert not {"uid", "chroot"} & set(layers) and {"rlimits", "seccomp"} <= set(layers)
    assert {
        name: ending for name, ending in replies["attempts"][1].items() if ending != "EPERM"
    } == IN_A_WORKER
    assert replies["descriptors"] == ["value", [0, 1, 2, 3]]


@pytest.mark.skipif(
    not ROOT or lockdown.libc.prctl(21, 0, 0, 0, 0) != 0,
    reason="without root, or under a filter, the machine itself forbids some",
)
def test_no_probe_is_stale() -> None:
    """Without a lockdown each of these acts succeeds, or fails for another reason than permission."""
    child = ChildWorker(LONG)
    child.ask(["load", "submission", [["probes", PROBES]]], 20)
    wanted, endings = call(child, "expected"), call(child, "attempts_apart")
    child.end()
    assert {name: ending for name, ending in endings.items() if ending not in (wanted[name], "ENOSYS")} == {}


def test_a_worker_has_four_descriptors(worker: ForkedWorker) -> None:
    """Three lead to nowhere and one to the grader; nothing else of the grader or the zygote is inherited."""
    assert call(worker, "descriptors") == [0, 1, 2, 3]


@pytest.mark.skipif(platform.machine() != "x86_64", reason="this machine has no older system calls")
def test_a_system_call_by_the_32_bit_table_is_deadly(zygote: Zygote) -> None:
    """The filter knows 64-bit numbers, so a call by any other table ends the process."""
    worker = zygote.worker(LONG)
    worker.ask(["load", "submission", [["probes", PROBES]]], 20)
    with pytest.raises(Crashed, match=r"SIGSYS|SIGSEGV"):
        worker.ask(["call", "old_system_call", [], {}], 5)


def test_a_worker_s_status_shows_its_lockdown(worker: ForkedWorker) -> None:
    """The kernel agrees: one filter, no privileges, groups or capabilities, an empty root, its own uid."""
    status = dict(
        line.split(":\t", 1)
        for line in Path(f"/proc/{worker.pid}/status").read_text().splitlines()
        if ":\t" in line
    )
    assert status["Seccomp"] == "2" and status["NoNewPrivs"] == "1" and status["Threads"] == "1"
    if "uid" in worker.layers:
        assert (
            status["Uid"].split()[0] not in ("0", str(os.getuid()))
            and status["CapEff"] == "0" * 16
            and not status["Groups"].strip()
        )
        assert list(Path(f"/proc/{worker.pid}/root").iterdir()) == [] and os.getsid(worker.pid) == worker.pid
    limits = {
        line[:26].strip(): line[26:].split()[:2]
        for line in Path(f"/proc/{worker.pid}/limits").read_text().splitlines()[1:]
    }
    assert (
        limits["Max open files"] == ["4", "4"]
        and limits["Max file size"] == ["0", "0"]
        and limits["Max processes"] == ["0", "0"]
    )
    assert limits["Max address space"] == [str(LONG.memory_bytes)] * 2


@pytest.mark.parametrize("machine", sorted(seccomp.NUMBERS))
def test_the_filter_allows_what_its_table_lists_and_nothing_else(machine: str) -> None:
    """Step by step, the program allows the listed calls, denies executable memory, and kills other ABIs.

    Calls for ids answer 0. Affinity is told of oneself only, and no operation of locks writes an id.
    """
    steps = [
        seccomp.struct.unpack_from("<HBBI", seccomp.seccomp_program(machine), at)
        for at in range(0, len(seccomp.seccomp_program(machine)), 8)
    ]

    def verdict(number: int, arch: int = seccomp.AUDIT_ARCH[machine], argument: int = 0) -> int:
        values, value, at = {0: number, 4: arch, 16: argument, 24: argument, 32: argument}, 0, 0
        while True:
            code, yes, no, operand = steps[at]
            if code == seccomp.RETURN:
                return int(operand)
            if code == seccomp.LOAD:
                value = values[operand]
            if code == seccomp.AND:
                value &= operand
            compare = {
                seccomp.JUMP_EQUAL: int.__eq__,
                seccomp.JUMP_GREATER: int.__gt__,
                seccomp.JUMP_BITS: int.__and__,
            }.get(code)
            holds = compare is not None and compare(value, operand)
            at += 1 + (0 if code in (seccomp.LOAD, seccomp.AND) else yes if holds else no)

    numbers = seccomp.NUMBERS[machine]
    assert [number for number in range(1024) if verdict(number) == seccomp.ALLOW] == sorted(numbers.values())
    others = {number: verdict(number) for number in range(1024) if number not in numbers.values()}
    assert set(others.values()) == {seccomp.DENY, seccomp.ZERO}
    zero = [number for number, said in others.items() if said == seccomp.ZERO]
    assert zero == sorted(seccomp.ZERO_NUMBERS[machine])
    operations = [one for one in range(512) if verdict(numbers["futex"], argument=one) == seccomp.ALLOW]
    assert operations == [options + one for options in range(0, 512, 128) for one in (0, 1, 3, 4, 9, 10)]
    assert verdict(0x40000000 | numbers["read"]) == verdict(0xFFFFFFFF) == seccomp.DENY
    assert (
        verdict(numbers["mmap"], argument=seccomp.PROT_EXEC)
        == verdict(numbers["mprotect"], argument=7)
        == seccomp.DENY
    )
    for name in ("clock_gettime", "clock_getres", "clock_nanosleep", "sched_getaffinity"):
        assert verdict(numbers[name], argument=(~1 << 3 | 2) & 0xFFFFFFFF) == seccomp.DENY
    assert verdict(numbers["sched_getaffinity"], argument=77) == seccomp.DENY
    allowed = [("sched_getaffinity", 0), ("sched_getaffinity", 1), ("clock_gettime", 2), ("mmap", 3)]
    assert {verdict(numbers[name], argument=value) for name, value in allowed} == {seccomp.ALLOW}
    assert verdict(numbers["read"], arch=0x40000003) == seccomp.KILL


IDENTITY = """
import ctypes, os, threading

def identity():
    library, place = ctypes.CDLL(None, use_errno=True), ctypes.c_int(0)
    owner = library.syscall(FUTEX, ctypes.byref(place), 6, 0, 0, 0, 0), ctypes.get_errno(), place.value
    me = library.pthread_self, ctypes.pythonapi.PyThreadState_Get
    for function in me:
        function.restype = ctypes.c_void_p
    affinity = []
    for one in range(1, 400):
        try:
            affinity.append(os.sched_getaffinity(one))
        except PermissionError:
            pass
    return [
        os.getpid(), os.getppid(), os.getuid(), os.geteuid(), os.getgid(), os.getegid(), library.gettid(),
        threading.get_native_id(), threading.main_thread().native_id, threading.get_ident(), owner, affinity,
        *(ctypes.string_at(function(), 256) for function in me), ctypes.string_at(me[0](), 1024)[700:900],
    ]
"""


def test_workers_cannot_tell_one_from_another(zygote: Zygote) -> None:
    """All ids that a worker can ask for, or find in its thread's records, are those of any other worker.

    So a submission can't count processes for another one.
    """
    futex = seccomp.NUMBERS[platform.machine()]["futex"]
    told = []
    for _ in range(3):
        worker = zygote.worker(LONG)
        loaded = worker.ask(["load", "submission", [["identity", f"FUTEX = {futex}\n{IDENTITY}"]]], 20)
        assert loaded == ["value", []]
        told.append(call(worker, "identity"))
        worker.end()
    assert told[0][0] == 0 and told[0][2:8] == [0] * 6 and told[0][10] == (-1, 1, 0) and len(told[0][11]) <= 1
    assert told[0] == told[1] == told[2]


@pytest.mark.skipif(not ROOT, reason="only root may read the memory of a worker")
def test_a_worker_s_memory_does_not_hold_its_id(zygote: Zygote) -> None:
    """No writable memory of a worker has its id at an address that all workers could know."""
    found = []
    for _ in range(3):
        worker = zygote.worker(LONG)
        worker.ask(["load", "submission", [["probes", PROBES]]], 20)
        found.append(set(places_in_memory(worker.pid, worker.pid.to_bytes(4, "little"))))
        worker.end()
    assert not set.intersection(*found)


def places_in_memory(process: int, wanted: bytes) -> Iterator[int]:
    """Yield the addresses at which the writable memory of a process holds some bytes."""
    with Path(f"/proc/{process}/mem").open("rb") as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            place, modes, *_ = line.split()
            begin, end = (int(one, 16) for one in place.split("-"))
            if modes.startswith("rw"):
                memory.seek(begin)
                content = memory.read(end - begin)
                yield from (begin + one.start() for one in re.finditer(re.escape(wanted), content))


@pytest.mark.skipif(not ROOT, reason="only root can become another user")
def test_all_workers_of_a_grader_have_one_user(zygote: Zygote) -> None:
    """The kernel knows the workers of one grader as one user, who is not root."""
    workers = [zygote.worker(LONG) for _ in range(3)]
    status = [Path(f"/proc/{worker.pid}/status").read_text() for worker in workers]
    for worker in workers:
        worker.end()
    if "uid" in workers[0].layers:
        assert len({re.search(r"Uid:\t(\d+)", one)[1] for one in status}) == 1  # type: ignore[index]


def test_the_lockdown_costs_about_a_millisecond(zygote: Zygote) -> None:
    """Forking and locking down twenty workers takes less than half a second, on a busy machine too."""
    start = time.monotonic()
    for _ in range(20):
        zygote.worker(LONG).end()
    assert time.monotonic() - start < 2


def test_what_honest_submissions_compute_works_in_a_worker(zygote: Zygote) -> None:
    """Under the filter, numpy, scipy and the standard library work: linalg, fft, random, sleep, dates, …"""
    worker = zygote.worker(Limits(), {"scipy"})
    assert worker.ask(["load", "submission", [["list", NUMPY_LIST]]], 20) == ["value", []]
    for name in LISTED:
        reply = worker.ask(["call", name, [], {}], 20)
        assert reply[0] == "value" and reply[1] is not False, (name, reply)
    worker.end()


@pytest.mark.e2e
def test_what_honest_submissions_do_with_tables_and_figures_works_in_a_worker(zygote: Zygote) -> None:
    """Under the filter, pandas and matplotlib work: groups, joins, named time zones, formulas, fonts, …"""
    worker = zygote.worker(LONG, {"pandas", "matplotlib"})
    assert worker.ask(["load", "submission", [["list", DATA_LIST]]], 20) == ["value", []]
    for name in DATA_LISTED:
        assert call(worker, name) is True, name
    worker.end()


@pytest.mark.e2e
def test_every_forbidden_act_fails_beside_required_packages(zygote: Zygote) -> None:
    """A worker with pandas and matplotlib loaded can do no more than one without."""
    worker = zygote.worker(LONG, {"pandas", "matplotlib"})
    worker.ask(["load", "submission", [["probes", PROBES]]], 20)
    endings = call(worker, "attempts")
    worker.end()
    assert {name: ending for name, ending in endings.items() if ending != "EPERM"} == IN_A_WORKER


@pytest.mark.e2e
@pytest.mark.parametrize("python", os.environ.get("AUTOGRADER_PYTHONS", "").split(os.pathsep))
def test_every_supported_python_computes_and_is_locked_down(python: str) -> None:
    """Under each interpreter in AUTOGRADER_PYTHONS, honest computations work and forbidden acts fail.

    The variable is separated as PATH is, and each interpreter has numpy.
    """
    if not python:
        pytest.skip(
            f"only {platform.python_version()} was tried: AUTOGRADER_PYTHONS names no other interpreter"
        )
    package = str(Path(__file__).parents[2])
    layers, replies = report(python, package, PROBES, ["attempts"])
    assert {
        name: ending for name, ending in replies["attempts"][1].items() if ending != "EPERM"
    } == IN_A_WORKER and "seccomp" in layers
    for name, reply in report(python, package, NUMPY_LIST, LISTED)[1].items():
        assert reply[0] == "value" and reply[1] is not False, (name, reply)
    data = report(python, package, DATA_LIST, DATA_LISTED, "pandas", "matplotlib")[1]
    assert {name: reply for name, reply in data.items() if reply != ["value", True]} == {}
