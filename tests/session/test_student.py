"""What a check gets from `student`: values, or the outcome that a submission's conduct means."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checks import assert_array
from autograder.checks.result import known
from autograder.errors import CheckFailed, Crashed, MissingName, NotAttempted, Outcome, StudentError, TimedOut
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import Worker
from autograder.session.plan import CheckPlan
from autograder.session.request import argument_text
from autograder.session.session import WorkerSession
from autograder.session.student import Student
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Cell, Submission

X = np.array([[1.0, 2.05], [0.0, -3.0]])
CALL = "f([[1, 2.05], [0, -3]], k=2)"


def session_of(zygote: Zygote, *cells: str, **limits: float) -> WorkerSession:
    submission = Submission(
        "alice", "alice.py", tuple(Cell(f"cell {number}", cell) for number, cell in enumerate(cells, 1))
    )
    return WorkerSession(submission, zygote.worker, Limits(**{"call_seconds": 0.3, **limits}))  # type: ignore[arg-type]


def student_of(zygote: Zygote, *cells: str, **limits: float) -> Student:
    return Student(session_of(zygote, *cells, **limits))


def f(body: str) -> str:
    """Return the source of a function of the contract."""
    return f"def f(x, k=1):\n    {body}\n"


OUTCOMES: list[tuple[str, type[Outcome], str]] = [
    ("g = 1", MissingName, "f is not defined"),
    (f("raise NotImplementedError('f: write your code here')"), NotAttempted, "f is not written yet"),
    (
        f("return helper(x)")
        + "def helper(x):\n    raise NotImplementedError('helper: write your code here')",
        NotAttempted,
        "helper is not written yet",
    ),
    ("f = ...", NotAttempted, "f is not written yet"),
    (f("return ..."), NotAttempted, "f is not written yet"),
    (f("return [1, ...]"), NotAttempted, "f is not written yet"),
    (
        f("\n    return x[9]"), StudentError,
        f"{CALL} raises IndexError: index 9 is out of bounds for axis 0 with size 2 (line 3 of cell "
        "1). Indices begin at 0 and end one before the size: does a loop go too far?",
    ),
    (f("raise ValueError"), StudentError, f"{CALL} raises ValueError (line 2 of cell 1)"),
    (
        f("raise ValueError('a\\n\\x1b[31m<b>\\u202e')"), StudentError,
        f"{CALL} raises ValueError: a [31m<b> (line 2 of cell 1)",
    ),
    (f("raise NotImplementedError"), StudentError, f"{CALL} raises NotImplementedError (line 2 of cell 1)"),
    (
        f("raise SystemExit(3)"), StudentError,
        f"{CALL} raises SystemExit: 3 (line 2 of cell 1). exit() ends the whole program; leave a "
        "function with return",
    ),
    (
        f("return f(x)"), StudentError,
        f"{CALL} raises RecursionError: maximum recursion depth exceeded (line 2 of cell 1). A "
        "function calls itself again and again: in which case does it stop?",
    ),
    (
        "def f(x): return x", StudentError,
        f"{CALL} raises TypeError: f() got an unexpected keyword argument 'k'. The check calls the "
        "function just as you see here; keep its parameters, with their names and order, as the "
        "exercise has them",
    ),
    ("f = 3", CheckFailed, "f is a value of type int, but a function is expected: write def f(…)"),
    (
        f("return object"), CheckFailed,
        f"{CALL} is of type type, expected a number, a text, a list, a dict or an array",
    ),
    (
        f("return np.ma.masked_array(x)").replace("def", "import numpy as np\ndef"), CheckFailed,
        f"{CALL} is a masked array, expected a plain array; .filled(0) makes one",
    ),
    (f("return bytes(20 << 20)"), CheckFailed, f"{CALL} is too large to be checked (20.0 MiB)"),
    (
        f("while True: pass"), TimedOut,
        f"{CALL}: no answer after 0.3 seconds. Is there a loop that never ends?",
    ),
    (f("import os; os._exit(3)"), Crashed, f"{CALL}: it ended the process (exit status 3)"),
    (
        "def f(x:\n    return", MissingName,
        "f is not defined; the code stops at line 1 of cell 1, SyntaxError: '(' was never closed",
    ),
    (
        "import torch\ntorch.thing()\n", MissingName,
        "f is not defined; line 2 of cell 1 fails, ImportError: torch.thing is used "
        "here, but torch is not available at grading; the rest was run all the same. "
        "Only NumPy, SciPy and Python's own library are there at grading",
    ),
    (
        "import time\nwhile True: pass\nwhile True: pass", TimedOut,
        f"{CALL}: alice.py does not finish loading: no answer after 1.5 seconds. Is there a loop that "
        "never ends?",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("source", "outcome", "message"), OUTCOMES)
def test_a_call_ends_in_an_outcome_with_one_sentence(
    zygote: Zygote, source: str, outcome: type[Outcome], message: str
) -> None:
    """Whatever the code does, the check gets an Outcome that says what, in which call, and where."""
    with pytest.raises(outcome) as raised:
        known(student_of(zygote, source).f(X, k=2))

    assert type(raised.value) is outcome
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("source", "outcome", "message"),
    [
        ("", CheckFailed, "f is not defined"),
        ("f = ...", NotAttempted, "f is not written yet"),
        ("f = [1, ...]", NotAttempted, "f is not written yet"),
        ("def f(): return 1", CheckFailed, "f is a function or class, but a value is expected: write f = …"),
    ],
)
def test_a_value_that_is_none_ends_in_an_outcome(
    zygote: Zygote, source: str, outcome: type[Outcome], message: str
) -> None:
    """A missing or unwritten value, or a function in its place, is said to be so."""
    with pytest.raises(outcome) as raised:
        known(student_of(zygote, source).f)

    assert str(raised.value) == message


def test_a_value_is_asked_for_once(zygote: Zygote) -> None:
    """A value that can be read once only, such as `zip(...)`, is the same each time an assert looks at it."""
    part = student_of(zygote, "f = zip([1, 2], [3, 4])").f

    assert known(part).value == known(part).value == [(1, 3), (2, 4)]
    assert known(part).changed_arguments() == []


def test_later_cells_run_after_a_failing_one(zygote: Zygote) -> None:
    """As in Jupyter, a failing cell loses only its own names. The first failure is said, others counted."""
    student = student_of(zygote, "a = 1", "b = 1 / 0", "c = a + 1", "d = b")

    assert known(student.c).value == 2
    with pytest.raises(CheckFailed) as raised:
        student.b()
    assert str(raised.value) == (
        "`b` is not defined: line 1 of cell 2 failed (ZeroDivisionError: division by zero)"
    )
    with pytest.raises(CheckFailed) as raised:
        student.other()
    assert str(raised.value) == (
        "other is not defined; cell 2 fails at line 1, ZeroDivisionError: division by zero; "
        "the cells below it were run all the same (1 more cell fails)"
    )


@pytest.mark.parametrize(
    ("body", "arguments", "changed"),
    [
        ("return x", (X,), []),
        ("x[0, 0] = 9", (X,), ["[[1, 2.05], [0, -3]]"]),
        ("x.shape = (4,)", (X,), ["[[1, 2.05], [0, -3]]"]),
        ("x *= 1", (X[:, ::2],), []),
        ("x += 1", (X[:, ::2],), ["[[1], [0]]"]),
        ("x.append(3)", ([1, 2],), ["[1, 2]"]),
        (
            "x['a'].append(3)",
            ({"a": [1], "b": (2, X)},),
            ["{'a': [1], 'b': (2, array([[ 1. , 2.05], [ 0. , -3. ]]))}"],
        ),
        ("x['a'] = x['a']", ({"a": [1], "b": (2, X)},), []),
        ("k[0] = 0", (3, np.array([1.0])), ["[1]"]),
    ],
)
def test_a_changed_argument_is_found(
    zygote: Zygote, body: str, arguments: tuple[Any, ...], changed: list[str]
) -> None:
    """What the call did to its arguments is seen, in arrays of any layout and in lists and dicts."""
    assert known(student_of(zygote, f(body)).f(*arguments)).changed_arguments() == changed
    assert X[0, 0] == 1


class Forger(Worker):
    """A worker whose submission has taken over the wire and says what it likes."""

    isolation = "none"

    def __init__(self, reply: list[Any]) -> None:
        self.reply = reply

    def ask(self, request: list[Any], seconds: float) -> list[Any]:
        return (
            ["value", []]
            if request[0] == "load"
            else self.reply
            if request[0] != "call" or self.reply[0] != "value"
            else ["value", 1]
        )

    def exchange(self, frame: bytes, seconds: float) -> bytes:
        raise AssertionError("not used")

    def end(self) -> None:
        pass


FORGED = [
    ["nonsense"],
    ["value"],
    ["value", 1, 2],
    ["unwritten", 1],
    ["absent", 1],
    ["unsendable"],
    ["unsendable", 3],
    ["raised"],
    ["raised", "E", "m", "l"],
    ["raised", "E", "m", "l", "one", ""],
    ["raised", "E", "m", "l", float("nan"), ""],
    ["raised", [], {}, 1, 2, 3],
    ["raised", *"abcdefgh"],
]
ARGUMENTS = [["value", None], ["value", []], ["value", [1, 2]], ["value", {"a": 1}], ["value", np.zeros(3)]]


@pytest.mark.parametrize("reply", FORGED + ARGUMENTS, ids=str)
def test_a_forged_reply_is_the_student_s_crash(reply: list[Any]) -> None:
    """A reply of any form but the agreed ones is an Outcome; it can't look like a broken check of ours."""
    student = Student(
        WorkerSession(Submission("a", "a.py"), lambda limits, packages: Forger(reply), Limits())
    )
    with pytest.raises(Crashed, match=r": it wrote something of its own to the grader$"):
        known(student.f(X)).changed_arguments()


@pytest.mark.parametrize(
    "now",
    [[1], np.zeros((2, 2), np.float32), np.zeros(3), "x", None, [np.zeros(2), 1], {1: 2}, [X, 3]],
    ids=repr,
)
def test_forged_arguments_count_as_changed(now: Any) -> None:
    """Arguments that come back as anything else than they were are changed; comparing them never fails."""
    student = Student(
        WorkerSession(Submission("a", "a.py"), lambda limits, packages: Forger(["value", [now]]), Limits())
    )

    assert known(student.f(X)).changed_arguments() == ["[[1, 2.05], [0, -3]]"]
    assert known(student.f([1, 2])).changed_arguments() == ["[1, 2]"]


@pytest.mark.parametrize(
    "reply",
    [
        ["value"],
        ["value", None],
        ["value", [1]],
        ["value", [["E", "m", "l", "x", ""]]],
        ["raised"],
        ["value", {}],
    ],
    ids=str,
)
def test_a_forged_loading_is_a_crash(reply: list[Any]) -> None:
    """What a submission says of its own loading is believed only in the agreed form."""

    class Loader(Forger):
        def ask(self, request: list[Any], seconds: float) -> list[Any]:
            return reply

    with pytest.raises(Crashed, match=r"a\.py does not finish loading: it wrote something of its own"):
        Student(WorkerSession(Submission("a", "a.py"), lambda limits, packages: Loader(reply), Limits())).f()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3, "3"),
        ((2, 3), "(2, 3)"),
        (({"b", "a", "c"}, frozenset({2, 1}), set()), "({'a', 'b', 'c'}, frozenset({1, 2}), set())"),
        ([{"x": {"b", "a"}}, (1,)], "[{'x': {'a', 'b'}}, (1,)]"),
        (np.array([1.0, 1.05, 10.0]), "[1, 1.05, 10]"),
        (np.array([[1, 2]]), "[[1, 2]]"),
        (np.array(2.0), "2"),
        (np.zeros((2, 3, 4)), "2x3x4 array"),
        (np.zeros((1, 1, 2)), "1x1x2 array"),
        (
            [{"kind": "conv2d", "filters": 16, "kernel": (3, 3), "stride": 2}],
            "[{'kind': 'conv2d', 'filters': 16, 'kernel': (3, 3), 'strid…",
        ),
    ],
)
def test_arguments_are_shown_in_a_few_words(value: Any, words: str) -> None:
    """A small array by its values, a larger one by its shape, anything long cut."""
    assert argument_text(value) == words


def test_messages_are_bounded(zygote: Zygote) -> None:
    """The name of an exception, its text and the arguments of the call may be long: the message is short."""
    source = "def f(*x):\n    raise type('E' * 9_000, (Exception,), {})('m' * 90_000)"
    with pytest.raises(StudentError) as raised:
        student_of(zygote, source).f(*["argument" * 9] * 9)

    assert len(str(raised.value)) < 600


def test_dunder_names_are_not_the_student_s() -> None:
    """pytest and copy may ask the fixture for its own methods without starting a worker."""

    def never(limits: Limits) -> Worker:
        raise AssertionError("started")

    assert not hasattr(Student(WorkerSession(Submission("a", "a.py"), never, Limits())), "__wrapped__")


def test_a_loop_costs_one_call(zygote: Zygote) -> None:
    """After a time-out the next call gets a new worker, less time, and a result; loading its full time."""
    student = student_of(
        zygote,
        "import time\nstart = time.process_time()\nwhile time.process_time() < start + 0.2: pass\n"
        + f("while k: pass\n    return 5"),
    )
    for said in ("no answer after 0.3 seconds", "no answer here either. After a time-out, later calls get"):
        with pytest.raises(TimedOut, match=said):
            student.f(1)
    assert known(student.f(1, k=0)).value == 5


def test_the_whole_submission_has_a_budget(zygote: Zygote) -> None:
    """When its seconds are used up every further call says so at once, whatever it would do."""
    student = student_of(zygote, f("while k: pass"), submission_seconds=0.2)
    with pytest.raises(TimedOut, match=r"no answer|by the clock"):  # the latter on a busy machine
        student.f(1)
    for _ in range(3):
        with pytest.raises(
            TimedOut,
            match=r"f\(1, k=0\): the 0.[25] seconds (by the clock )?of the whole submission are used up",
        ):
            student.f(1, k=0)


BUSY = """
import time
def f(x):
    start = time.process_time()
    while time.process_time() < start + x: pass
    return x
"""


def test_a_check_has_a_budget_and_the_next_one_its_own(zygote: Zygote) -> None:
    """When the seconds of a check are used up, its further calls say so at once.

    The next check has its own seconds, and loading is not charged to a check.
    """
    session = WorkerSession(
        read_submission("a", "a.py", BUSY.encode(), "a"), zygote.worker, Limits(check_seconds=0.3)
    )
    student = Student(session)
    session.begin([])
    assert known(student.f(0.2)).value == 0.2
    with pytest.raises(TimedOut, match=r"no answer after 0\."):
        student.f(0.2)
    with pytest.raises(TimedOut, match=r"f\(0\): the 0.3 seconds of this check are used up"):
        student.f(0)
    session.begin([])
    assert known(student.f(0)).value == 0
    session.end()


def test_a_file_that_does_not_load_is_tried_once(zygote: Zygote) -> None:
    """Two endless loops while loading are paid for once, even after the session ended and began again."""
    started: list[int] = []

    def start(limits: Limits, packages: Any = ()) -> Worker:
        started.append(1)
        return zygote.worker(limits, packages)

    session = WorkerSession(
        Submission("a", "a.py", (Cell("cell 1", "while 1: ...\nwhile 2: ..."),)),
        start,
        Limits(call_seconds=0.05),
    )
    for _ in range(4):
        with pytest.raises(TimedOut, match="does not finish loading"):
            Student(session).f()
        session.end()
    assert len(started) == 3 and session.problem.startswith("a.py does not finish loading")


def test_a_session_s_worker_is_new_after_its_end(zygote: Zygote) -> None:
    """What one worker has seen, the next one has not."""
    session = WorkerSession(
        Submission("a", "a.py", (Cell("c", "seen = []\ndef f(x):\n    seen.append(x)\n    return seen"),)),
        zygote.worker,
        Limits(),
    )
    assert known(Student(session).f(1)).value == [1]
    assert known(Student(session).f(2)).value == [1, 2]
    session.end()
    assert known(Student(session).f(3)).value == [3]
    session.end()


@pytest.mark.parametrize("source", ["from scipy import signal", "import scipy.signal as signal"])
def test_a_submission_that_names_scipy_has_it(zygote: Zygote, source: str) -> None:
    """Its worker comes from a process that has SciPy loaded, any other worker from a cheaper one without."""
    body = "\ndef loaded(): import sys; return 'sci' + 'py' in sys.modules"
    student, other = (
        student_of(zygote, source + "\nx = signal.correlate([2.0], [3.0])" + body),
        student_of(zygote, body),
    )

    assert (
        known(student.x).value.tolist() == [6]
        and known(student.loaded()).value is True
        and known(other.loaded()).value is False
    )


def test_where_every_worker_has_scipy_one_zygote_serves_all() -> None:
    """A container that grades a single submission, which names SciPy, starts one zygote and not two."""
    with Zygote({"scipy"}) as warm:
        for packages in (set(), {"scipy"}):
            worker = warm.worker(Limits(), packages)
            assert worker.ask(["load", "submission", [["one", "import scipy.signal"]]], 10) == ["value", []]
            worker.end()
        assert not warm.others


def two_requests(student: Student) -> None:
    assert_array(student.f(X), X + 1)
    assert_array(student.g, 1)


def test_requests_in_a_batch_have_a_reply_each(zygote: Zygote) -> None:
    """Whatever became of the others: a value, an error, nothing that could be sent."""
    session = session_of(zygote, f("return x + k") + "g = print")
    (replies,) = session.ask_plans([CheckPlan(two_requests)]) or ()
    session.end()

    (kind, value), reply = replies.replies
    assert (kind, value.tolist(), reply) == ("value", (X + 1).tolist(), ["unsendable", "a function"])


def test_the_replies_of_several_plans_lie_in_a_row(zygote: Zygote) -> None:
    """Each plan gets its own, in the order of the plans."""
    session = session_of(zygote, f("return x + k") + "g = 1")
    plans = [CheckPlan(lambda student: assert_array(student.g, 1)), CheckPlan(two_requests)]
    single, both = session.ask_plans(plans) or ()
    session.end()

    assert single.replies == [["value", 1]] and len(both.replies) == 2
    assert both.start == single.end and both.end == len(both.row)


SERVER = "autograder.worker.server"
NO_FRAME = """
import autograder.worker.wire as wire
real = wire._frame
def once(*arguments):
    wire._frame = real
    return b"12345678"
wire._frame = once
"""
MORE_FRAMES = f"""
from {SERVER} import RequestHandler
real = RequestHandler.handle
RequestHandler.handle = lambda self, *request: 2 * real(self, *request)
"""
ALONE = {
    "a loop": f("while True: pass"),
    "a hard exit": f("import os; os._exit(0)"),
    "a loop while loading": "while True: pass",
    "sixteen MiB in all": f("return bytes(9 << 20)") + "g = bytes(9 << 20)",
    "no frame for the loading": NO_FRAME,
    "no bytes": f"from {SERVER} import RequestHandler\nRequestHandler.handle = lambda self, *request: 1",
    "more frames than requests": MORE_FRAMES,
}


@pytest.mark.parametrize("case", ALONE)
def test_after_a_batch_that_fails_each_request_is_asked_alone(zygote: Zygote, case: str) -> None:
    """A time-out, a crash, too much or a forgery counts for nothing then: no later call has less time.

    No further batch is tried.
    """
    session = session_of(zygote, ALONE[case], call_seconds=0.1)
    plans = [CheckPlan(two_requests)]

    assert session.ask_plans(plans) is None and not session.asks_in_batches
    assert session.worker is None and session.budget.time_outs == 0
    assert session.ask_plans(plans) is None


def test_requests_that_are_too_large_for_a_message_are_asked_alone(zygote: Zygote) -> None:
    """More than a frame may hold does not travel in a batch."""
    session = session_of(zygote, f("return 1"))
    plan = CheckPlan(lambda student: [assert_array(student.f(bytes(13 << 20)), 1) for _ in range(2)])  # type: ignore[func-returns-value]

    assert session.ask_plans([plan]) is None and not session.asks_in_batches
    assert session.worker is None and session.ask(["call", "f", [X], {}], "f") == ["value", 1]
    session.end()


def test_nothing_that_one_worker_makes_reaches_the_next_one(zygote: Zygote) -> None:
    """Each worker loads the source itself, whatever the code has changed in the worker before."""
    source = "import builtins\nbuiltins.seen = g = getattr(builtins, 'seen', 0) + 1"
    session = session_of(zygote, source)

    for _ in range(2):
        (replies,) = session.ask_plans([CheckPlan(lambda student: assert_array(student.g, 1))]) or ()
        assert replies.replies == [["value", 1]]
        session.end()
    assert session.ask(["get", "g"], "g") == ["value", 1]
    session.end()


def test_arguments_and_results_of_every_kind_cross_unharmed(zygote: Zygote) -> None:
    """What a check sends arrives, and what is returned comes back, with types and values kept."""

    def sent() -> list[Any]:
        return [1, 2.5, None, True, "ü", b"x", (1, [2]), {"a": (None,)}, 1j, 10**40]

    assert known(student_of(zygote, "def f(*x): return list(x)").f(*sent())).value == sent()
