"""Several graders side by side: the same reports, clear errors, and nothing left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest
from conftest import SMALL_ANSWER, SMALL_HIDDEN, SMALL_INPUTS

from autograder.analysis.class_figures import class_figures
from autograder.classes.interrupts import InterruptSignals
from autograder.classes.journal_file import open_journal
from autograder.classes.pool import InProcessPool, Pool, Task
from autograder.classes.process_pool import GraderSetup, ProcessPool
from autograder.classes.run import grade_class
from autograder.errors import AuthorError, SandboxError
from autograder.exercises.load import find_assignment
from autograder.grading import grader
from autograder.reports.class_view import ClassView
from autograder.reports.folder import OutputFolder
from autograder.reports.results_json import results_text
from autograder.results import Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Submission

LOOP = "table = [1, 2]\ndef double(x, times=1):\n    while times == 3: pass\n    return x\n"


def submissions(*sources: str) -> list[Submission]:
    return [
        read_submission(f"s{number}", f"s{number}.py", source.encode(), "small")
        for number, source in enumerate(sources)
    ]


ALL_CHECKS = (0, 1, 2, 3)
LIMITS = Limits()


def pool_of(solutions: Path, jobs: int, limits: Limits = LIMITS, out: OutputFolder | None = None) -> Pool:
    """Return the pool that a run with so many jobs uses."""
    if jobs == 1:
        return InProcessPool(find_assignment("small", solutions), limits)
    folder = out or OutputFolder(solutions.parent / "out")
    return ProcessPool(GraderSetup("small", solutions, limits, unsafe=False, folder=folder), jobs)


def grade_all(class_: list[Submission], solutions: Path, limits: Limits, jobs: int) -> Iterator[Report]:
    with pool_of(solutions, jobs, limits) as pool:
        yield from pool.grade_tasks(Task(submission, ALL_CHECKS) for submission in class_)


def descendants(pid: int) -> set[int]:
    """Return the processes that a process has started, directly or indirectly."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def alive(pids: set[int]) -> set[int]:
    """Return which processes still run; one that has ended and waits to be reaped does not."""
    return {
        pid
        for pid in pids
        if Path(f"/proc/{pid}").exists() and ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    }


def gone(pids: set[int], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while alive(pids) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pids)


def test_one_and_two_graders_give_the_same_reports(small_exercise: Path) -> None:
    """-j changes only the time. Here five submissions share two graders."""
    (small_exercise / "test_hidden.py").write_text(SMALL_HIDDEN.replace("(student)", "(student, rng)"))
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    class_ = submissions(
        SMALL_ANSWER, "table = 3", "def", SMALL_ANSWER.replace("2.0", "3.0"), "import os; os._exit(0)"
    )
    one, two = (
        sorted(grade_all(class_, small_exercise.parent, Limits(), jobs), key=lambda report: report.submission)
        for jobs in (1, 2)
    )

    assert one == two
    assert [report.points for report in one] == [10, 0, 0, 5, 0]
    assert [[example.message for example in report.counterexamples] for report in one] == [
        [],
        [],
        [],
        ["double(…)[0] is 3, expected 2"],
        [],
    ]


def test_several_graders_write_the_files_that_a_task_asks_for(small_exercise: Path, tmp_path: Path) -> None:
    """So the command, which has less to do, can keep more graders busy. Other tasks write nothing."""
    solutions, class_ = small_exercise.parent, submissions(SMALL_ANSWER, "table = 3", SMALL_ANSWER)
    out = OutputFolder(tmp_path / "out")
    with pool_of(solutions, 2, out=out) as pool:
        whole = list(pool.grade_tasks(Task(one, ALL_CHECKS, write_results=True) for one in class_[:2]))
        (part,) = pool.grade_tasks([Task(class_[2], (0,))])
    written = {file.stem: file.read_text() for file in (tmp_path / "out" / "results").iterdir()}
    pages = {file.stem for file in (tmp_path / "out" / "report" / "submissions").iterdir()}

    assert written == {report.submission: results_text(report) for report in whole}
    assert len(part.results) == 1
    assert pages == written.keys() == {"s0", "s1"}


@pytest.mark.parametrize(("jobs", "by_the_pool"), [(1, set()), (2, {"s0", "s2"})])
def test_files_are_written_by_the_pool_or_by_the_run(
    small_exercise: Path, tmp_path: Path, jobs: int, by_the_pool: set[str]
) -> None:
    """Several graders write what they graded whole. The run writes everything else."""
    solutions, class_ = small_exercise.parent, submissions(SMALL_ANSWER, SMALL_ANSWER + "#", "table = 3")
    assignment, out = find_assignment("small", solutions), OutputFolder(tmp_path / "out")
    with open_journal(tmp_path / "out") as journal, pool_of(solutions, jobs, out=out) as pool:
        journal.begin(assignment, Limits(), pool.isolation)
        list(pool.grade_tasks([]))
        (whole,) = pool.grade_tasks([Task(class_[1], ALL_CHECKS)])
        journal.store(class_[1], whole)
        # without the bit of the last check, test_manners
        journal.database.execute("UPDATE checks SET text = '\"0x7\"' WHERE name = 'passed'")
        graded = list(grade_class(class_, pool, journal, InterruptSignals()))
    files = {file.stem for file in (tmp_path / "out" / "results").iterdir()}

    assert sorted((one.report.submission, one.checks) for one in graded) == [("s0", 4), ("s1", 1), ("s2", 4)]
    assert {one.report.submission for one in graded if one.written} == files == by_the_pool


def test_a_grader_that_can_t_write_says_so(small_exercise: Path, tmp_path: Path) -> None:
    """The system's error is raised in the command, which prints it as one line."""
    out = OutputFolder(tmp_path / "out")
    (tmp_path / "out" / "results").rmdir()
    (submission,) = submissions(SMALL_ANSWER)
    with (
        pytest.raises(FileNotFoundError, match=r"out/results/\.s0\.json\.part"),
        pool_of(small_exercise.parent, 2, out=out) as pool,
    ):
        list(pool.grade_tasks([Task(submission, ALL_CHECKS, write_results=True)]))


def test_what_a_grader_had_begun_to_write_is_taken_away(small_exercise: Path, tmp_path: Path) -> None:
    """Unfinished files of a run that was ended do not stay."""
    out = OutputFolder(tmp_path / "out")
    parts = [
        tmp_path / "out" / "results" / ".s0.json.part",
        tmp_path / "out" / "report" / "submissions" / ".s0.html.part",
    ]
    for part in parts:
        part.write_text("{")
    solutions = small_exercise.parent
    reports = list(grade_all(submissions(""), solutions, Limits(), 1))
    assignment = find_assignment("small", solutions)
    out.write_class(ClassView(reports, assignment, class_figures(reports, assignment)))

    assert not [part for part in parts if part.exists()] and (tmp_path / "out" / "final_grades.csv").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_author_s_error_comes_through(small_exercise: Path, jobs: int) -> None:
    """An error in a grader is raised in the command, with its type and message."""
    (small_exercise / "test_hidden.py").write_text("1 / 0")
    with pytest.raises(AuthorError, match=r"small/test_hidden\.py does not load: ZeroDivisionError"):
        list(grade_all(submissions("", ""), small_exercise.parent, Limits(), jobs))


FAULT = """
import autograder.grading.grader as module
from autograder.errors import Crashed

asked, real_checks, real = [], module.run_checks, module.{name}


def run_checks(checks, session, *others):
    asked[:] = [session.submission.cells[0].source]
    return real_checks(checks, session, *others)


def failing(*arguments):
    if "SPECIAL" in asked[0]:
        raise {error}("nobody foresaw this")
    return real(*arguments)


module.run_checks, module.{name} = run_checks, failing
"""


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("judge_batch", "ZeroDivisionError"),
        ("Diagnosis.explain", "MemoryError"),
        ("counterexamples", "Crashed"),
    ],
)
def test_an_unforeseen_error_is_one_submission_s_alarm(
    small_exercise: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, name: str, error: str
) -> None:
    """While judging, naming mistakes, or looking for a counterexample: the class goes on."""
    for changed, real in (("run_checks", grader.run_checks), (name, attrgetter(name)(grader))):
        monkeypatch.setattr(f"autograder.grading.grader.{changed}", real)  # put back after the test
    checks = small_exercise / "test_visible.py"
    checks.write_text(checks.read_text() + FAULT.format(name=name, error=error))
    wrong = SMALL_ANSWER.replace("2.0", "3.0")
    class_ = submissions(SMALL_ANSWER, f"# SPECIAL\n{wrong}", wrong)

    reports = sorted(
        grade_all(class_, small_exercise.parent, Limits(), jobs), key=lambda report: report.submission
    )

    assert [report.broken for report in reports] == [False, True, False]
    assert [reports[0].points, reports[2].points] == [10, 5]
    assert [result.verdict for result in reports[1].results] == 4 * [Verdict.BROKEN]
    assert "nobody foresaw this" in reports[1].results[0].message


def test_a_killed_grader_is_an_error_and_no_hang(small_exercise: Path) -> None:
    """If the system kills a grader, the error names its submission, and the other graders end."""
    before = descendants(os.getpid())
    reports = grade_all(
        submissions(SMALL_ANSWER, LOOP, LOOP, LOOP), small_exercise.parent, Limits(call_seconds=30), 2
    )
    next(reports)
    started = descendants(os.getpid()) - before
    commands = {pid: Path(f"/proc/{pid}/cmdline").read_text() for pid in started}
    graders = [pid for pid, command in commands.items() if "autograder.classes.process_pool" in command]
    assert len(graders) == 2
    for pid in graders:
        os.kill(pid, signal.SIGKILL)
    with pytest.raises(
        SandboxError,
        match=r"^the process that graded s\d was killed, "
        r"perhaps for want of memory; try again with a smaller -j$",
    ):
        list(reports)
    assert gone(started, 2)


def test_a_grader_killed_while_it_starts_is_an_error(
    small_exercise: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A grader that can't start is an error, too. Nobody waits for its first message."""
    monkeypatch.setattr("autograder.classes.process_pool.GRADER", "raise SystemExit(1)")
    with pytest.raises(
        SandboxError,
        match=r"^a grader was killed while it started, "
        r"perhaps for want of memory; try again with a smaller -j$",
    ):
        list(grade_all(submissions("", ""), small_exercise.parent, Limits(), 2))


@pytest.fixture
def looping_class(small_exercise: Path, tmp_path: Path) -> list[str]:
    """The command that grades four submissions, all endless loops."""
    folder = tmp_path / "class"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.py").write_text(LOOP)
    command = [sys.executable, "-c", "from autograder.cli import main; main()", "grade", "small", str(folder)]
    return [*command, "-o", str(tmp_path / "out"), "--solutions", str(small_exercise.parent)]


def started_by(process: subprocess.Popen[str], many: int) -> set[int]:
    """Return a command's processes, once there are so many."""
    end, found = time.monotonic() + 20, descendants(process.pid)
    while len(found) < many and time.monotonic() < end:
        time.sleep(0.02)
        found = descendants(process.pid)
    return found


@pytest.mark.parametrize(("jobs", "processes"), [("1", 2), ("2", 6)])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_at_once_with_one_line(
    looping_class: list[str], jobs: str, processes: int, number: int
) -> None:
    """Ctrl-C and SIGTERM end everything within a second. One line says how to continue."""
    process = subprocess.Popen(
        [*looping_class, "-j", jobs],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    started = started_by(process, processes)
    os.killpg(process.pid, number)  # as a terminal does: to the whole group
    start = time.monotonic()
    stdout, stderr = process.communicate(timeout=10)

    line = (
        "Error: stopped. 0 of 4 submissions are graded, written and kept; the same command grades the rest\n"
    )
    assert (process.returncode, stdout, stderr) == (130, "", line)
    assert time.monotonic() - start < 1 and gone(started, 1)


def test_nothing_survives_a_killed_parent(looping_class: list[str]) -> None:
    """A second after SIGKILL of the command, its graders, zygotes and workers have ended silently."""
    process = subprocess.Popen(
        [*looping_class, "-j", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    started = started_by(process, 6)
    assert len(started) == 6, "two graders, two zygotes, two workers"
    process.kill()
    process.wait()

    assert gone(started, 1)
    assert process.stderr and process.stderr.read() == ""


def test_a_swallowed_ctrl_c_is_not_lost() -> None:
    """If other code catches it, the run stops before it stores a report.

    Afterwards signals do what they did before.
    """
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), InterruptSignals() as signals:
        signals.raise_if_received()
        with contextlib.suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(1)
        signals.raise_if_received()
    assert signal.getsignal(signal.SIGTERM) is before
