"""Whatever a submission does to its process, the grader gets an outcome in time, and nothing is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.errors import Crashed, Outcome, SandboxError, TimedOut
from autograder.sandbox import forked
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.unisolated import ChildWorker
from autograder.sandbox.worker import Worker

LIMITS = Limits(call_seconds=0.1, memory_bytes=1 << 30)
HELPERS = """
import ctypes, os, struct, sys, time
import numpy as np

def wire(): return sys.modules["autograder.worker.wire"]

def request():
    frame = sys._getframe()
    while "request_id" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request_id"]

def double(x): return 2 * x
"""
# What a function does, how asking for it ends, and what is said about it.
DEEDS = {
    "a loop": ("while True: pass", TimedOut, "no answer after 0.1 seconds"),
    "a loop in C": ("sum(iter(int, 1))", TimedOut, "no answer"),
    "a pattern without end": ("__import__('re').match('(a+)+$', 'a' * 60 + 'b')", TimedOut, "no answer"),
    "a huge power": ("7 ** 7 ** 9", TimedOut, "no answer"),
    "a sleep": ("time.sleep(100)", TimedOut, "no answer"),
    "a generator of generators": (
        "def g():\n        while True: yield g()\n    return g()",
        "unsendable",
        "too deep",
    ),
    "memory at once": ("np.ones(1 << 40)", "raised", "MemoryError"),
    "memory bit by bit": (
        "kept = []\n    while True: kept.append(bytearray(1 << 26))",
        "raised",
        "MemoryError",
    ),
    "an endless list": ("kept = []\n    while True: kept += kept + [0]", "raised", "MemoryError"),
    "recursion": ("return (lambda f: f(f))(lambda f: f(f))", "raised", "RecursionError"),
    "recursion in C": (
        "sys.setrecursionlimit(10**9)\n    x = []\n    for _ in range(10**6): x = [x]\n    repr(x)",
        (Crashed, "raised"),
        "SIGSEGV|Recursion|Memory",
    ),
    "an exit": ("os._exit(3)", Crashed, "exit status 3"),
    "a polite exit": ("sys.exit()", "raised", "SystemExit"),
    "an abort": ("os.abort()", Crashed, "SIG"),
    "a wild pointer": ("ctypes.string_at(8)", Crashed, "SIGSEGV"),
    "killing itself": ("os.kill(os.getpid(), 9)", "raised", "PermissionError"),
    "killing its zygote": ("os.kill(os.getppid(), 9)", "raised", "PermissionError"),
    "closing the pipe": ("os.close(3)", Crashed, "exit status|closed its connection"),
    "closing the pipe and looping": ("os.close(3)\n    while True: pass", Crashed, "closed its connection"),
    "garbage": ("os.write(3, b'garbage!')\n    time.sleep(9)", Crashed, "something of its own"),
    "a frame of 4 GiB": ("os.write(3, bytes([255] * 8))\n    time.sleep(9)", Crashed, "length out of bounds"),
    "an empty frame": ("os.write(3, struct.pack('<II', 8, 0))\n    time.sleep(9)", Crashed, "malformed"),
    "a pickle": (
        "os.write(3, struct.pack('<II', 24, 16) + b'cos\\nsystem\\n(S.a.')\n    time.sleep(9)",
        Crashed,
        "malformed",
    ),
    "an answer to another question": (
        "os.write(3, wire().encode([12345, 'value', 1]))",
        Crashed,
        "not asked",
    ),
    "an answer of no kind": ("os.write(3, wire().encode([request(), 'right', 1]))", Crashed, "no known kind"),
    "an answer of too many parts": (
        "os.write(3, wire().encode([request(), 'value', 1, 2]))",
        Crashed,
        "no known kind",
    ),
    "an error without parts": ("os.write(3, wire().encode([request(), 'raised']))", Crashed, "no known kind"),
    "an error of wrong parts": (
        "os.write(3, wire().encode([request(), 'raised', 1, 2, 3, 4, 5]))",
        Crashed,
        "no known kind",
    ),
    "an answer that is a dict": ("os.write(3, wire().encode({0: request()}))", Crashed, "not asked"),
    "half an answer": (
        "os.write(3, wire().encode([request(), 'value', 1])[:-1])\n    time.sleep(99)",
        TimedOut,
        "no answer",
    ),
    "an answer in drops": (
        "for byte in struct.pack('<I', 1 << 24) + bytes(10**5): os.write(3, bytes([byte])); time.sleep(.003)",
        TimedOut,
        "",
    ),
    "reading the pipe itself": ("os.read(3, 1)", TimedOut, "no answer"),
    "24 MB": ("return np.zeros(3_000_000)", "unsendable", "too large"),
    "an exception of 50 MB": ("raise ValueError('x' * 50_000_000)", "raised", "ValueError"),
    "a flood on the screen": ("for _ in range(50): print('x' * 500_000)", "value", "None"),
    "a flood of warnings": (
        "for _ in range(999): np.log(np.zeros(1)); print('x', file=sys.stderr)",
        "value",
        "None",
    ),
    "a handler that stays": (
        "import atexit, signal; atexit.register(time.sleep, 9); signal.signal(15, lambda *_: 0)",
        "value",
        "None",
    ),
}


def load(worker: Worker, source: str) -> None:
    assert worker.ask(["load", "submission", [["cell", HELPERS + source]]], 10) == ["value", []]


def ask(worker: Worker, name: str, *arguments: Any, seconds: float = LIMITS.call_seconds) -> list[Any]:
    return worker.ask(["call", name, list(arguments), {}], seconds)


def gone(pid: int, seconds: float = 1) -> bool:
    """Whether a process ends within some time; who should bury it is another matter."""
    for _ in range(int(seconds * 50)):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state in "ZX":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("case", DEEDS)
def test_every_deed_has_an_outcome_and_no_aftermath(zygote: Zygote, case: str) -> None:
    """Loops, memory, exits, crashes, forged and missing replies end in an outcome, in time.

    No process is left, and the next worker works.
    """
    body, wanted, said = DEEDS[case]
    worker, next_one = zygote.worker(LIMITS), zygote.worker(LIMITS)
    load(worker, f"def deed():\n    {body}\n")
    start = time.monotonic()
    try:
        outcome, *content = worker.ask(["call", "deed", [], {}], 0.1 if wanted is TimedOut else 5)
    except Outcome as error:
        outcome, content = type(error), [str(error)]
        assert gone(worker.pid)
    assert outcome in (wanted if isinstance(wanted, tuple) else (wanted,)), content
    assert any(part in str(content) for part in said.split("|"))
    assert time.monotonic() - start < 22
    load(next_one, "")
    assert ask(next_one, "double", 4) == ["value", 8]
    worker.end()
    next_one.end()
    assert zygote.process.poll() is None and gone(worker.pid) and gone(next_one.pid)


def test_the_kernel_ends_workers_first_where_memory_runs_out(zygote: Zygote) -> None:
    """A submission that fills a container costs itself, and not the grader."""
    worker = zygote.worker(Limits())
    assert Path(f"/proc/{worker.pid}/oom_score_adj").read_text() == "1000\n"
    worker.end()


def test_a_second_answer_is_found_out_at_the_next_question(zygote: Zygote) -> None:
    """A worker that replies twice can lie in its first reply only. The second one replies to nothing."""
    worker = zygote.worker(LIMITS)
    load(
        worker,
        "def twice():\n    os.write(3, wire().encode([request(), 'value', 'first']))\n    return 'second'\n",
    )
    assert ask(worker, "twice") == ["value", "first"]
    with pytest.raises(Crashed, match="not asked"):
        ask(worker, "double", 4)


def test_a_worker_that_stops_listening_times_out(zygote: Zygote) -> None:
    """A request too large for the pipe, to a worker that writes and doesn't read, ends in time, too."""
    worker = zygote.worker(LIMITS)
    load(
        worker,
        "def deaf():\n    os.write(3, wire().encode([request(), 'value', 1]) + b'x')\n    time.sleep(99)\n",
    )
    assert ask(worker, "deaf") == ["value", 1]
    with pytest.raises(TimedOut):
        ask(worker, "double", np.zeros(1_000_000))
    assert gone(worker.pid)


def test_time_is_the_process_s_own(zygote: Zygote) -> None:
    """Computing is charged in full, waiting by a quarter; what was spent adds up over the calls."""
    worker = zygote.worker(LIMITS)
    load(
        worker,
        "def waits(): time.sleep(0.2)\n"
        "def computes():\n    end = time.process_time() + 0.05\n    while time.process_time() < end: pass\n",
    )
    before = worker.spent
    ask(worker, "waits")
    assert 0.05 <= worker.spent - before < 0.1
    before = worker.spent
    ask(worker, "computes")
    assert 0.05 <= worker.spent - before < 0.1
    worker.end()


def test_ending_is_safe_to_repeat_and_says_how_it_was(zygote: Zygote) -> None:
    """A worker can be ended twice; asked again, it says that it was ended."""
    worker = zygote.worker(LIMITS)
    worker.end()
    worker.end()
    with pytest.raises(Crashed, match="it closed its connection"):
        ask(worker, "computes")


def test_hundreds_of_workers_leave_nothing_behind(zygote: Zygote) -> None:
    """Neither the grader nor the zygote keeps a descriptor or a process of the workers that have ended."""

    def kept() -> list[int]:
        places = [Path("/proc/self/fd"), Path(f"/proc/{zygote.process.pid}/fd")]
        children = Path(f"/proc/{zygote.process.pid}/task/{zygote.process.pid}/children").read_text().split()
        return [*(len(list(place.iterdir())) for place in places), len(children)]

    before = kept()
    for _ in range(100):
        zygote.worker(LIMITS).end()
    assert kept() == before


KILLED = """
import sys
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
zygote = Zygote()
worker = zygote.worker(Limits())
loop, sleep = "def loop():\\n    while True: pass", "def sleep(): __import__('time').sleep(99)"
worker.ask(["load", "submission", [["loop", loop], ["sleep", sleep]]], 10)
print(zygote.process.pid, worker.pid, flush=True)
worker.ask(["call", sys.argv[1], [], {}], 99)
"""


@pytest.mark.parametrize("deed", ["loop", "sleep"])
def test_nothing_outlives_a_grader_that_is_killed(deed: str) -> None:
    """A second after SIGKILL of the grader neither its zygote nor a busy or a sleeping worker is left."""
    command = [sys.executable, "-c", KILLED, deed]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as grader:
        assert grader.stdout
        pids = [int(pid) for pid in grader.stdout.readline().split()]
        os.kill(grader.pid, signal.SIGKILL)
    assert len(pids) == 2 and all(gone(pid) for pid in pids)


@pytest.fixture
def own_zygote() -> Iterator[Zygote]:
    with Zygote() as zygote:
        yield zygote


def test_a_zygote_that_is_lost_is_an_error_of_ours(own_zygote: Zygote) -> None:
    """When the zygote has died, starting and ending workers raises SandboxError, which blames no student."""
    worker = own_zygote.worker(LIMITS)
    own_zygote.process.kill()
    own_zygote.process.wait()
    assert gone(worker.pid)
    for act in (lambda: own_zygote.worker(LIMITS), worker.end, lambda: ask(worker, "double", 4)):
        with pytest.raises(SandboxError, match="run the command again"):
            act()


def changed_zygote(monkeypatch: pytest.MonkeyPatch, change: str) -> Zygote:
    """Start a zygote with a little of its code changed first; it preloads nothing, to be quick."""
    python: Callable[..., list[str]] = forked.python
    imports = "from autograder.worker import import_policy, lockdown; import os, resource"
    first = f"{imports}\nimport_policy.preload = list\n{change}\n"
    monkeypatch.setattr(
        forked,
        "python",
        lambda module, call, *words, **more: python(module, f"\n{first}{call}", *words, **more),
    )
    return Zygote()


REFUSED = {
    "a zygote that can't start": ("raise SystemExit(1)", "the zygote has ended"),
    "a zygote with threads": ("import threading; threading.Timer(9, int).start()", "more than one thread"),
    "a kernel without seccomp": ("lockdown.PR_SET_SECCOMP = 9999", "seccomp.*exit status 92"),
    "a worker that can't be undumpable": ("lockdown.PR_SET_DUMPABLE = 9999", "exit status 91"),
    "an orphan": ("os.getppid = iter([os.getppid(), 0]).__next__", "exit status 90"),
    "a lockdown that fails": ("lockdown._filter_system_calls = None", "exit status 93"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_without_every_needed_layer_nothing_is_run(monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    """A zygote or worker that can't be locked down is a SandboxError, before it has seen a submission."""
    change, reason = REFUSED[case]
    with pytest.raises(SandboxError, match=reason), changed_zygote(monkeypatch, change) as zygote:
        zygote.worker(LIMITS)


def test_elsewhere_than_on_linux_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a system without seccomp a zygote refuses to start, and says what works there."""
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(SandboxError, match="on Linux only"):
        Zygote()


LESS = {
    "no Landlock": ("lockdown.landlock_ruleset = lambda: None", "landlock"),
    "a root without rights": (
        "def refused(*_): raise PermissionError\nos.chroot = os.setgroups = refused",
        "uid",
    ),
    "a root whose users are not mapped": (
        "def refused(*_): raise OSError(22, '')\nos.setresuid = refused",
        "uid",
    ),
    "less memory than we would give": (
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))",
        "nothing",
    ),
}


@pytest.mark.parametrize("case", LESS)
def test_the_outer_layers_may_be_missing_and_are_then_not_claimed(
    monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """Where the machine gives less, a worker starts behind the other layers, and its isolation says which."""
    change, missing = LESS[case]
    with changed_zygote(monkeypatch, change) as zygote:
        worker = zygote.worker(LIMITS)
        load(worker, "def much(): return len(bytearray(1 << 29))\n")
        assert ask(worker, "double", 4) == ["value", 8]
        assert case != "less memory than we would give" or ask(worker, "much")[:2] == [
            "raised",
            "MemoryError",
        ]
        assert missing not in worker.isolation and "seccomp" in worker.isolation
        assert worker.isolation.startswith("level B" if missing == "uid" or os.geteuid() else "level A")


CHILD_DEEDS = {
    "a loop": ("while True: pass", TimedOut, "no answer after 0.1 seconds"),
    "an exit": ("os._exit(3)", Crashed, "exit status 3"),
    "garbage": (
        "for n in range(3, 20):\n        try: os.write(n, b'garbage!')\n        except OSError: pass\n"
        "    time.sleep(9)",
        Crashed,
        "connection",
    ),
    "closing the pipes": ("os.closerange(3, 99)\n    while True: pass", Crashed, "connection"),
    "prints": ("print('on the way')", "value", "None"),
    "a huge answer": ("return np.zeros(1_000_000)", "value", "0."),
}


@pytest.mark.parametrize("case", CHILD_DEEDS)
def test_a_plain_child_has_outcomes_too(case: str) -> None:
    """Without a sandbox, in one's own folder, loops and exits and broken pipes are outcomes as well."""
    body, wanted, said = CHILD_DEEDS[case]
    worker = ChildWorker(LIMITS)
    load(worker, f"def deed():\n    {body}\n")
    try:
        outcome, *content = ask(worker, "deed", seconds=0.1 if wanted is TimedOut else 20)
    except Outcome as error:
        outcome, content = type(error), [str(error)]
        assert worker.process.poll() is not None
        with pytest.raises(Crashed):
            ask(worker, "double", 4)
    assert outcome == wanted and said in str(content)
    worker.end()
    assert worker.isolation == "none (own code)"


def test_the_same_code_sees_the_same_hashes_everywhere(zygote: Zygote, own_zygote: Zygote) -> None:
    """Hashes of texts, and so the order of sets, are the same in every worker. So is a regrade's grade."""
    workers: list[Worker] = [zygote.worker(LIMITS), own_zygote.worker(LIMITS), ChildWorker(LIMITS)]
    answers = []
    for worker in workers:
        load(worker, "def order(): return [hash('a'), list({'a', 'b', 'c', 'd'})]\n")
        answers.append(ask(worker, "order"))
        worker.end()
    assert answers[0][0] == "value" and answers[0] == answers[1] == answers[2]


def test_a_call_on_a_64x64_array_is_fast(zygote: Zygote) -> None:
    """A proxied call costs a fraction of a millisecond; the bound leaves room for a busy machine."""
    worker, array = zygote.worker(LIMITS), np.ones((64, 64))
    load(worker, "")
    times = []
    for _ in range(200):
        start = time.perf_counter()
        ask(worker, "double", array)
        times.append(time.perf_counter() - start)
    worker.end()
    assert sorted(times)[100] < 0.002


@pytest.fixture
def busy_processor() -> Iterator[int]:
    """A processor that a dozen processes share, which compute without end."""
    processor, command = min(os.sched_getaffinity(0)), [sys.executable, "-c", "while True: pass"]
    spinners = [subprocess.Popen(command, start_new_session=True) for _ in range(12)]
    for spinner in spinners:
        os.sched_setaffinity(spinner.pid, {processor})
    yield processor
    for spinner in spinners:
        spinner.kill()
        spinner.wait()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may move the process of another user")
@pytest.mark.parametrize(
    ("code", "ends_with"),
    [
        ("end = time.process_time() + 0.06\n    while time.process_time() < end: pass", "value"),
        ("time.sleep(5)", TimedOut),
        ("while True: pass", TimedOut),
    ],
    ids=["computing", "sleeping", "looping"],
)
def test_waiting_for_a_busy_processor_costs_no_time(
    zygote: Zygote, busy_processor: int, code: str, ends_with: Any
) -> None:
    """Code that others keep from running gets its CPU seconds. A loop and a sleeper end as ever."""
    worker = zygote.worker(LIMITS)
    load(worker, f"def slow():\n    {code}\n")
    os.sched_setaffinity(worker.pid, {busy_processor})
    start, outcome = time.monotonic(), ""
    try:
        outcome, *_ = ask(worker, "slow", seconds=0.1)
    except TimedOut:
        assert ends_with is TimedOut and worker.spent >= 0.1
    else:
        assert outcome == ends_with and worker.spent < 0.1
    worker.end()

    wall = time.monotonic() - start
    assert wall > 0.4 or ends_with == "value"
    assert worker.kept_waiting > wall / 2 or "sleep" in code
