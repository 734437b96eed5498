"""A run leaves the files that would become the same, and no others."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import SMALL_ANSWER
from rich.console import Console

from autograder.classes.journal import Journal
from autograder.classes.journal_file import open_journal
from autograder.classes.run import RunOptions, run_class
from autograder.classes.views import write_class_views
from autograder.classes.written import Glance, Written, glance_at
from autograder.exercises.assignment import Assignment
from autograder.exercises.load import find_assignment
from autograder.i18n import set_language
from autograder.reports.folder import OutputFolder
from autograder.results import Report, Verdict
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Person, Submission

Class = list[Submission]
PEOPLE = (Person("Ada", email="ada@example.edu"),)


def a_class(*sources: str) -> Class:
    submissions = [
        read_submission(f"s{number}", f"s{number}.py", source.encode(), "small")
        for number, source in enumerate(sources)
    ]
    return [replace(one, people=PEOPLE, upload_number=7) for one in submissions]


@pytest.fixture
def run(small_exercise: Path, tmp_path: Path) -> Iterator[Callable[[Class], Written]]:
    """Write a class into OUT, whose submissions pass everything or, if they say so, have a broken check."""
    folder, assignment = OutputFolder(tmp_path / "out"), find_assignment("small", small_exercise.parent)
    stack = contextlib.ExitStack()
    journal: Journal = stack.enter_context(open_journal(folder.path))

    def written(submissions: Class, isolation: str = "level") -> Written:
        names = tuple(one.name for one in submissions)
        journal.begin(assignment, Limits(), isolation, order=names)
        glances = {}
        for one in submissions:
            verdict = Verdict.BROKEN if "BROKEN" in one.cells[0].source else Verdict.PASSED
            results = tuple(check.result(verdict) for check in assignment.checks)
            report = journal.store(one, Report(one.name, one.file, "small", results, isolation=isolation))
            folder.write_submission(report, assignment, one.code)
            glances[one.name] = glance_at(report)
        imports = write_class_views(journal, assignment, folder, 1, Console(file=io.StringIO()))
        Written(journal, folder).note(submissions, glances, imports)
        return Written(journal, folder)

    with stack:
        yield written


def again(written: Written, submissions: Class, isolation: str = "level") -> list[Glance] | None:
    """Return what the next run of the class is told."""
    next_run = Written(written.journal, written.folder)
    next_run.journal.prepare(_assignment(written), Limits(), isolation)
    return next_run.whole_class(submissions)


def _assignment(written: Written) -> Assignment:
    return find_assignment("small", written.folder.path.parent / "solutions")


def test_nothing_is_written_again_if_nothing_has_changed(run: Callable[[Class], Written]) -> None:
    """The next run knows every share of the points, and every file that it would have written."""
    class_ = a_class(SMALL_ANSWER, SMALL_ANSWER + "#")
    written = run(class_)

    assert again(written, class_) == [Glance(f"s{number}", 1.0, (), "level") for number in (0, 1)]
    assert written.gradebooks() == ("gradebook-moodle.csv",)


FILES = (
    "results/s0.json",
    "report/submissions/s1.html",
    "final_grades.csv",
    "checks.csv",
    "items.csv",
    "report/index.html",
    "gradebook-moodle.csv",
)


def test_what_is_on_disk_is_compared(run: Callable[[Class], Written]) -> None:
    """A file that somebody has changed or deleted is noticed, each of them."""
    class_ = a_class(SMALL_ANSWER, SMALL_ANSWER + "#")
    written = run(class_)
    for name in FILES:
        file = written.folder.path / name
        content = file.read_bytes()
        file.write_bytes(content[:-1] + b"?")
        assert again(written, class_) is None, name
        file.unlink()
        assert again(written, class_) is None, name
        file.write_bytes(content)
        assert again(written, class_), name


def test_another_class_is_not_the_same(run: Callable[[Class], Written]) -> None:
    """Other code, another order, other people, another level of isolation, or one student fewer."""
    first, second = a_class(SMALL_ANSWER, SMALL_ANSWER + "#")
    written = run([first, second])
    (changed,) = a_class(SMALL_ANSWER + "\n#")

    assert again(written, [first, second])
    assert again(written, [changed, second]) is None
    assert again(written, [second, first]) is None
    assert again(written, [first]) is None
    assert again(written, [replace(first, people=()), second]) is None
    assert again(written, [replace(first, upload_number=8), second]) is None
    assert again(written, [first, second], "another level") is None


def test_another_language_or_template_is_not_the_same(
    run: Callable[[Class], Written], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files depend on the reader's language and on the templates."""
    class_ = a_class(SMALL_ANSWER)
    written = run(class_)
    monkeypatch.setattr("autograder.classes.written._renderers", lambda: b"another")
    assert again(written, class_) is None
    monkeypatch.undo()
    set_language("fa")
    assert again(written, class_) is None


def test_a_broken_check_is_graded_again(run: Callable[[Class], Written]) -> None:
    """An alarm is never kept: its files are not noted, so the class is not taken as it is."""
    class_ = a_class("BROKEN = 1", SMALL_ANSWER)
    written = run(class_)

    assert again(written, class_) is None
    assert not written.is_same(class_[0]) and written.is_same(class_[1])


@pytest.mark.e2e
def test_a_second_run_starts_no_grader(
    small_exercise: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints what the first one printed, and writes nothing; a changed submission is graded."""
    for module in ("run", "views"):
        monkeypatch.setattr(f"autograder.classes.{module}.SMALL_CLASS", 0)
    assignment = find_assignment("small", small_exercise.parent)
    options = RunOptions(assignment, small_exercise.parent, tmp_path / "out", Limits(), jobs=1)
    class_ = a_class(SMALL_ANSWER, "table = 3")

    def run_and_read(submissions: Class) -> list[str]:
        printed = io.StringIO()
        assert run_class(options, submissions, [], Console(file=printed, width=200))
        return [re.sub(r"in [\d.]+ s", "in TIME", line) for line in printed.getvalue().splitlines()]

    first = run_and_read(class_)
    before = {file: file.stat().st_mtime_ns for file in options.out.rglob("*.*") if file.suffix != ".db"}
    with monkeypatch.context() as patch:
        patch.setattr("autograder.classes.run.ClassRun._pool", None)
        second = run_and_read(class_)
    assert second == [*first, f"2 of 2 reused from {options.out}/grades.db"]
    assert before == {file: file.stat().st_mtime_ns for file in before}

    (changed,) = a_class("table = [1, 2]")
    assert run_and_read([changed, class_[1]])[-1].startswith("1 of 2 reused")
    after = {file.name for file, time in before.items() if file.stat().st_mtime_ns != time}
    assert {"s0.json", "s0.html", "index.html"} <= after and not {"s1.json", "s1.html"} & after
