"""From a submission to a report: verdicts, secrets, budgets, and whose fault a fault is."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL_ANSWER, SMALL_INPUTS, class_page_of

from autograder.errors import SandboxError
from autograder.exercises.assignment import DRAWS
from autograder.exercises.load import find_assignment
from autograder.grading.grader import Grader
from autograder.reports.final_grades import final_grades
from autograder.reports.results_json import results_text
from autograder.reports.student_text import student_message
from autograder.results import Report, Verdict
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker import Worker
from autograder.submissions.read import read_submission
from autograder.worker import batch

Graded = Callable[..., Report]
PASSED, FAILED, CRASHED, TIMED_OUT, UNWRITTEN = (
    Verdict.PASSED,
    Verdict.FAILED,
    Verdict.CRASHED,
    Verdict.TIMED_OUT,
    Verdict.NOT_ATTEMPTED,
)
TABLE, DOUBLE = "table = [1, 2]\n", "import numpy as np\ndef double(x, times=1):\n    "
STUB = "raise NotImplementedError('double: write your code here')"
ALWAYS_EQUAL = """
class Equal(float):
    __eq__ = lambda *_: True

table = Equal()
double = lambda *_, **__: Equal()
"""
SUBMISSIONS = {
    "the solution": (SMALL_ANSWER, [PASSED] * 4),
    "nothing": ("", [FAILED] * 4),
    "stubs": (f"table = ...\n{DOUBLE}{STUB}", [UNWRITTEN] * 4),
    "one value": (TABLE, [PASSED, FAILED, FAILED, FAILED]),
    "a wrong function": (f"{TABLE}{DOUBLE}return 3 * x", [PASSED, FAILED, FAILED, PASSED]),
    "right in the visible cases only": (f"{TABLE}{DOUBLE}return [2, 5]", [PASSED, PASSED, FAILED, PASSED]),
    "an exception": (f"{TABLE}{DOUBLE}return x[5]", [PASSED, FAILED, FAILED, FAILED]),
    "a changed argument": (f"{TABLE}{DOUBLE}x *= 2 * times\n    return x", [PASSED, PASSED, PASSED, FAILED]),
    "no keyword": (f"{TABLE}def double(x): return 2 * x", [PASSED, PASSED, FAILED, PASSED]),
    "a loop": (
        f"{TABLE}{DOUBLE}\n    while times == 3: pass\n    return 2 * x",
        [PASSED, PASSED, TIMED_OUT, PASSED],
    ),
    "an exit": (f"{TABLE}{DOUBLE}raise SystemExit", [PASSED, FAILED, FAILED, FAILED]),
    "a hard exit": (
        f"{TABLE}{DOUBLE}import os; times == 3 and os._exit(0)\n    return 2 * x",
        [PASSED, PASSED, CRASHED, PASSED],
    ),
    "a crash": (
        f"{TABLE}{DOUBLE}import ctypes\n    if times == 3: ctypes.string_at(0)\n    return 2 * x",
        [PASSED, PASSED, CRASHED, PASSED],
    ),
    "a value where a function belongs": (f"{TABLE}double = 2", [PASSED, FAILED, FAILED, FAILED]),
    "a function where a value belongs": (
        f"{DOUBLE}return 2 * times * x\ntable = double",
        [FAILED, PASSED, PASSED, PASSED],
    ),
    "a syntax error": (f"{TABLE}def\n{SMALL_ANSWER}", [PASSED, FAILED, FAILED, FAILED]),
    "a syntax error at the end": (f"{SMALL_ANSWER}\ndef", [PASSED] * 4),
    "an exit while loading": (f"import os; os._exit(0)\n{SMALL_ANSWER}", [PASSED] * 4),
    "two exits while loading": (f"{SMALL_ANSWER}\nimport os; os._exit(0)\nos._exit(0)", [CRASHED] * 4),
    "a loop while loading": (f"while True: pass\n{SMALL_ANSWER}", [PASSED] * 4),
    "two loops while loading": (f"{SMALL_ANSWER}\nwhile 1: pass\nwhile 2: pass", [TIMED_OUT] * 4),
    "an exception while loading": (f"{TABLE}1 / 0\n{SMALL_ANSWER}", [PASSED] * 4),
    "always equal": (ALWAYS_EQUAL, [FAILED, FAILED, FAILED, PASSED]),
}


@pytest.mark.parametrize("name", SUBMISSIONS)
def test_every_kind_of_submission_has_its_verdicts(graded: Graded, name: str) -> None:
    """What a submission does in one check decides that check, and no other one."""
    source, verdicts = SUBMISSIONS[name]
    report = graded(source, call_seconds=0.2)

    assert [result.verdict for result in report.results] == verdicts, [
        result.message for result in report.results
    ]
    assert report.points == sum(
        worth for worth, verdict in zip((1, 2, 3, 4), verdicts, strict=True) if verdict is PASSED
    )


def test_a_result_names_what_was_asked_for_last(graded: Graded) -> None:
    """A check that did not pass says which value or function it was about; one that passed need not."""
    report = graded(f"table = 3\n{DOUBLE}return x")

    assert [result.function for result in report.results] == ["table", "double", "double", ""]


def test_a_notebook_s_failing_cell_takes_only_its_own_names(graded: Graded) -> None:
    """A notebook is graded cell by cell, and its problem is told once."""
    cells = [
        "table = [1, 2]",
        "1 / 0",
        "import numpy as np\ndef double(x, times=1):\n    return 2 * times * x",
    ]
    report = graded(notebook(*cells), "alice.ipynb")

    problem = "code cell 2 fails at line 1, ZeroDivisionError: division by zero"
    assert report.points == 10
    assert report.problem == f"{problem}; the cells below it were run all the same"


def notebook(*cells: str) -> str:
    return json.dumps(
        {"cells": [{"cell_type": "code", "source": cell, "metadata": {}} for cell in cells], "nbformat": 4}
    )


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("alice.ipynb", b"{]"),
        ("alice.py", b"\xff\xfe\xff"),
        ("alice.zip", b"PK nothing"),
        ("alice.ipynb", b"[]"),
    ],
)
def test_a_file_that_is_no_submission_is_a_row_with_a_reason(graded: Graded, file: str, data: bytes) -> None:
    """What can't be read fails every check with the reason, and starts no worker."""
    report = graded(data, file)

    assert report.problem and report.points == 0 and report.isolation == ""
    assert {(result.verdict, result.message) for result in report.results} == {(FAILED, report.problem)}


STORES = """
import builtins, numpy as np, sys, os
table = [1, 2]
seen = getattr(builtins, "seen", [])
builtins.seen = seen
def double(x, times=1):
    seen.append(x.tolist())
    sys.modules["numpy"].seen = seen
    os.environ["SEEN"] = str(seen)
    if len(seen) > 1 or times == 3:
        raise ValueError(f"{seen} {os.environ['SEEN']} {np.seen}")
    raise ValueError(str(seen))
"""


def test_a_hidden_input_reaches_no_text_of_a_visible_check(graded: Graded, small_exercise: Path) -> None:
    """A submission that keeps its arguments and raises them later shows nothing of the hidden checks."""
    report = graded(STORES)
    hidden = [result for result in report.results if result.hidden]

    assert any("777" in result.message for result in hidden), (
        "the attack no longer works, so this test proves nothing"
    )
    assert not any("777" in result.message for result in report.results if not result.hidden)
    assert "777" not in str(json.loads(results_text(report))) + final_grades(
        [report], find_assignment("small", small_exercise.parent)
    )


def test_a_student_reads_only_our_words_of_a_hidden_check(graded: Graded) -> None:
    """Whatever the verdict, a hidden check's text for students is one of a few sentences of ours."""
    texts = {
        student_message(result)
        for name in SUBMISSIONS
        for result in graded(SUBMISSIONS[name][0], call_seconds=0.1).results
        if result.hidden
    }

    assert texts == {
        "",
        "Your code does not do this yet for the inputs of this check.",
        "This part is not written yet.",
        "Your code did not come back in time.",
        "Your code ended the process that it ran in.",
    }


def test_an_exercise_may_ask_for_more_time(zygote: Zygote, small_exercise: Path) -> None:
    """Limits in exercise.toml count where they are more than the usual ones, and only there."""
    busy = "    end = time.process_time() + 0.1\n    while time.process_time() < end: pass\n    return"
    code = SMALL_ANSWER.replace("    return", busy)
    submission = read_submission("a", "a.py", f"import time\n{code}".encode(), "small")
    found = []
    for asked in (0.01, 5):
        (small_exercise / "exercise.toml").write_text(f"[limits]\ncall_seconds = {asked}\n")
        assignment = find_assignment("small", small_exercise.parent)
        grader = Grader(assignment, zygote.worker, Limits(call_seconds=0.05), probes={})
        found.append((grader.limits.call_seconds, grader.grade(submission).results[1].verdict))

    assert found == [(0.05, Verdict.TIMED_OUT), (5, Verdict.PASSED)]


def test_visible_checks_come_first_and_hidden_ones_have_a_worker_of_their_own(
    zygote: Zygote, small_exercise: Path
) -> None:
    """No worker serves both kinds; the report keeps the order in which the checks are written."""
    served: list[list[str]] = []

    def start(limits: Limits, scipy: bool = False) -> Worker:
        worker, calls = zygote.worker(limits, scipy), list[str]()
        served.append(calls)
        real = worker.ask

        def ask(request: list[Any], seconds: float) -> list[Any]:
            calls.append(str(batch.unpack(request[1]) if request[0] == "batch" else request))
            return real(request, seconds)

        worker.ask = ask  # type: ignore[method-assign]
        return worker

    assignment = find_assignment("small", small_exercise.parent)
    submission = read_submission("a", "a.py", SMALL_ANSWER.encode(), "small")
    report = Grader(assignment, start, Limits()).grade(submission)

    assert [["777" in " ".join(calls), "2.5" in " ".join(calls)] for calls in served] == [
        [False, True],
        [True, False],
    ]
    assert [result.check for result in report.results] == [check.name for check in assignment.checks]


BROKEN = '''

@points(5, rung="broken")
def test_broken(student):
    """A check that is broken."""
    {}
'''
FAULTS = [
    "assert 1 == 2",
    "1 / 0",
    "student.double(object())",
    "raise SystemExit",
    "import pytest; pytest.skip()",
    "assert_array(student.table, [[1], [2, 3]])",
    "assert student.double(np.zeros(2)) == 3",
]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_check_is_an_alarm_and_never_a_zero(
    graded: Graded, small_exercise: Path, fault: str
) -> None:
    """A check that raises something of its own is BROKEN: it gives no points, and the others count."""
    with (small_exercise / "test_hidden.py").open("a") as file:
        file.write(BROKEN.format(fault))
    report, assignment = graded(SMALL_ANSWER), find_assignment("small", small_exercise.parent)

    assert [result.verdict for result in report.results] == [PASSED] * 4 + [Verdict.BROKEN]
    assert report.broken and "test_hidden.py" in report.results[-1].message
    assert (
        final_grades([report], assignment).splitlines()[2]
        == "alice,,,,alice.py,,,,Broken check: this grade is not final"
    )
    results = json.loads(results_text(report))
    assert "score" not in results and "score" not in results["tests"][-1]
    assert (
        results["tests"][-1]["output"]
        == "This check itself is broken; that is not your fault. Tell your instructor."
    )
    assert "?" in class_page_of([report], assignment)


def test_a_check_with_an_unknown_argument_is_broken(graded: Graded, small_exercise: Path) -> None:
    """A misspelt fixture is the author's fault, not the student's."""
    with (small_exercise / "test_hidden.py").open("a") as file:
        file.write(BROKEN.replace("(student)", "(student, rgn)").format("pass"))

    assert graded(SMALL_ANSWER).results[-1].verdict is Verdict.BROKEN


def test_ctrl_c_and_a_lost_sandbox_end_the_grading(small_exercise: Path) -> None:
    """These two are no check's fault: they reach whoever called."""
    assignment = find_assignment("small", small_exercise.parent)
    for error in (KeyboardInterrupt, SandboxError):

        def start(limits: Limits, scipy: bool = False, error: type[BaseException] = error) -> Worker:
            raise error

        with pytest.raises(error):
            Grader(assignment, start, Limits()).grade(read_submission("a", "a.py", b"", "small"))


def test_twenty_looping_checks_end_within_the_budget(graded: Graded, small_exercise: Path) -> None:
    """Each time-out makes the next one shorter, and the whole submission has an end."""
    hidden = small_exercise / "test_hidden.py"
    with hidden.open("a") as file:
        for number in range(20):
            file.write(BROKEN.replace("test_broken", f"test_{number}").format("student.double(np.zeros(2))"))
    start = time.perf_counter()
    report = graded(f"{TABLE}{DOUBLE}\n    while True: pass", call_seconds=0.5, submission_seconds=1.0)

    assert {result.verdict for result in report.results[1:]} == {TIMED_OUT}
    assert time.perf_counter() - start < 12, (
        "a second of CPU, or four on the wall, and the rest for new workers"
    )
    assert report.results[-1].message.endswith("the 1 seconds of the whole submission are used up")


def test_a_regrade_is_the_same(graded: Graded, small_exercise: Path) -> None:
    """Random inputs depend on the check's source and the submission's code, so a regrade gives the same."""
    with (small_exercise / "test_hidden.py").open("a") as file:
        file.write(
            BROKEN.replace("(student)", "(student, rng)").format(
                "assert_array(student.double(rng.random(3)), 0)"
            )
        )
    first, again, *others = [
        graded(SMALL_ANSWER + "#" * more).results[-1].message for more in (0, 0, *range(1, 9))
    ]

    assert first == again and 2 < len({first, *others}) <= DRAWS


TRIPLED = '''"""The array is tripled."""

RUNG = "double"
HINT_EN = "How much is twice one?"
HINT_FA = "دو برابر یک چند است؟"


def double(x, times=1):
    return 3.0 * times * np.asarray(x)
'''
SPY = """
import time
import numpy as np
seen = []

def double(x, times=1):
    if x[0] > 100:
        seen.append(x)
        time.sleep({pause})
    return np.array([{lie}]) if seen else 3.0 * times * x
"""


def test_what_is_shown_at_once_knows_nothing_of_hidden_checks(small_exercise: Path, zygote: Zygote) -> None:
    """Whatever a submission does on hidden inputs, visible rows and counterexamples stay the same."""
    (small_exercise / "mistakes").mkdir()
    (small_exercise / "mistakes" / "tripled.py").write_text(TRIPLED)
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    grader = Grader(find_assignment("small", small_exercise.parent), zygote.worker, Limits())

    def shown(lie: str, pause: float) -> tuple[object, object]:
        source = SPY.format(lie=lie, pause=pause).encode()
        report = grader.grade(read_submission("spy", "spy.py", source, "small"))
        rows = json.loads(results_text(report))["tests"]
        assert {row["extra_data"].get("mistake") for row in rows if row["visibility"] == "visible"} == {
            None,
            "tripled",
        }
        return [row for row in rows if row["visibility"] == "visible"], report.counterexamples

    quiet = shown("0", 0)
    assert quiet[1] and quiet == shown("time.time(), x[0]", 0) == shown("x[0]", 0.3)
