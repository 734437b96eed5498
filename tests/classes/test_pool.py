"""Several graders side by side: the same reports, a clear end when one is killed, and nothing left behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SMALL_ANSWER, SMALL_HIDDEN, SMALL_INPUTS

from autograder.classes.pool import graders, sigterm_as_ctrl_c
from autograder.errors import AuthorError, SandboxError
from autograder.exercises.load import find_assignment
from autograder.reports.folder import OutputFolder
from autograder.reports.results_json import results_text
from autograder.results import Report
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Submission

LOOP = "table = [1, 2]\ndef double(x, times=1):\n    while times == 3: pass\n    return x\n"


def submissions(*sources: str) -> list[Submission]:
    return [
        read_submission(f"s{number}", f"s{number}.py", source.encode(), "small")
        for number, source in enumerate(sources)
    ]


def grade_all(class_: list[Submission], solutions: Path, limits: Limits, jobs: int) -> Iterator[Report]:
    with graders("small", solutions, limits, jobs, OutputFolder(solutions.parent / "out")) as (_, grade):
        yield from grade((submission, range(4)) for submission in class_)


def descendants(pid: int) -> set[int]:
    """Return the processes that a process has started, and those that these have."""
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
    """-j changes how long it takes, and nothing else; five submissions share two graders."""
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


def test_several_graders_write_the_files_of_what_they_have_graded_whole(
    small_exercise: Path, tmp_path: Path
) -> None:
    """So the command can keep more of them busy. What was graded in part, or in the command's own process, is the command's to write."""
    solutions, class_ = small_exercise.parent, submissions(SMALL_ANSWER, "table = 3", SMALL_ANSWER)
    out = OutputFolder(tmp_path / "out", 1_000)
    with graders("small", solutions, Limits(), 2, out) as (_, grade):
        whole, part = list(grade((one, range(4)) for one in class_[:2])), list(grade([(class_[2], [0])]))
    written = {file.stem: file.read_text() for file in (tmp_path / "out" / "results").iterdir()}
    pages = {file.stem for file in (tmp_path / "out" / "report" / "submissions").iterdir()}
    with graders("small", solutions, Limits(), 1, OutputFolder(tmp_path / "here")) as (_, grade):
        assert len(list(grade((one, range(4)) for one in class_))) == 3

    assert (
        written == {report.submission: results_text(report) for report in whole} and len(part[0].results) == 1
    )
    assert pages == written.keys() == {"s0", "s1"}
    assert not list((tmp_path / "here" / "results").iterdir())


def test_a_grader_that_can_t_write_says_so(small_exercise: Path, tmp_path: Path) -> None:
    """What the system says to a grader is raised in the parent, where it becomes one line."""
    out = OutputFolder(tmp_path / "out")
    (tmp_path / "out" / "results").rmdir()
    with (
        pytest.raises(FileNotFoundError, match=r"out/results/\.s0\.json\.part"),
        graders("small", small_exercise.parent, Limits(), 2, out) as (_, grade),
    ):
        list(grade([(submissions(SMALL_ANSWER)[0], range(4))]))


def test_what_a_grader_had_begun_to_write_is_taken_away(small_exercise: Path, tmp_path: Path) -> None:
    """A file that is not whole, of a run that was ended in the middle, doesn't stay."""
    out = OutputFolder(tmp_path / "out", 1_000)
    parts = [
        tmp_path / "out" / "results" / ".s0.json.part",
        tmp_path / "out" / "report" / "submissions" / ".s0.html.part",
    ]
    for part in parts:
        part.write_text("{")
    solutions = small_exercise.parent
    out.write_class(
        list(grade_all(submissions(""), solutions, Limits(), 1)), find_assignment("small", solutions)
    )

    assert not [part for part in parts if part.exists()] and (tmp_path / "out" / "final_grades.csv").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_author_s_error_comes_through(small_exercise: Path, jobs: int) -> None:
    """What a grader finds wrong is raised in the parent as what it is."""
    (small_exercise / "test_hidden.py").write_text("1 / 0")
    with pytest.raises(AuthorError, match=r"small/test_hidden\.py does not load: ZeroDivisionError"):
        list(grade_all(submissions("", ""), small_exercise.parent, Limits(), jobs))


def test_a_killed_grader_is_an_error_and_no_hang(small_exercise: Path) -> None:
    """When the system kills a grader, the submission that it was grading is named, and the other graders end."""
    before = descendants(os.getpid())
    reports = grade_all(
        submissions(SMALL_ANSWER, LOOP, LOOP, LOOP), small_exercise.parent, Limits(call_seconds=30), 2
    )
    next(reports)
    started = descendants(os.getpid()) - before
    commands = {pid: Path(f"/proc/{pid}/cmdline").read_text() for pid in started}
    graders = [pid for pid, command in commands.items() if "autograder.classes.pool" in command]
    assert len(graders) == 2
    for pid in graders:
        os.kill(pid, signal.SIGKILL)
    with pytest.raises(
        SandboxError,
        match=r"^the process that graded s\d was killed, perhaps for want of memory; try again with a smaller -j$",
    ):
        list(reports)
    assert gone(started, 2)


def test_a_grader_killed_while_it_starts_is_an_error(
    small_exercise: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So is one that can't start at all: nobody waits for its first word."""
    monkeypatch.setattr("autograder.classes.pool.GRADER", "raise SystemExit(1)")
    with pytest.raises(
        SandboxError,
        match=r"^a grader was killed while it started, perhaps for want of memory; try again with a smaller -j$",
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
    """Ctrl-C ends everything within a second, and prints one line that says how to go on; SIGTERM does the same."""
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
    assert (process.returncode, stdout, stderr) == (2, "", line)
    assert time.monotonic() - start < 1 and gone(started, 1)


def test_nothing_survives_a_killed_parent(looping_class: list[str]) -> None:
    """Within a second of SIGKILL of the command its graders, zygotes and workers have ended, without a word."""
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
    """Where other code catches it, the run is stopped before the next report is kept; afterwards signals mean what they did."""
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), sigterm_as_ctrl_c() as stop_if_asked:
        stop_if_asked()
        with contextlib.suppress(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(1)
        stop_if_asked()
    assert signal.getsignal(signal.SIGTERM) is before
