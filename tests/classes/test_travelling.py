"""What travels to other machines and back, tasks, reports and courses, arrives whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from conftest import SMALL_ANSWER, SMALL_INPUTS

from autograder.classes.packed_course import PackedCourse, pack_course
from autograder.classes.pool import Task
from autograder.classes.travelling import (
    NOT_GRADED,
    packed,
    report_from,
    report_text,
    task_from,
    task_text,
    unpacked,
)
from autograder.classes.versions import Versions, difference, versions
from autograder.errors import SandboxError
from autograder.exercises.load import find_assignment
from autograder.results import Report
from autograder.submissions.submission import Cell, Person, Submission

FULL = Submission(
    "ada",
    "ada/hand-in.py",
    (Cell("cell 1", "x = 'سلام'\n\ud800"), Cell("cell 2", "\0")),
    "a problem",
    (Person("Ada"),),
    {"tools.pad": "y = 1"},
    7,
    (Submission("ada", "ada/other.py", (Cell("other", "z"),), modules={"m": "1"}),),
    "a note",
)


def test_a_task_arrives_as_it_was_sent() -> None:
    """Every field of a submission travels, also a new one, but for those that no grader needs."""
    home = {name: getattr(Submission("", ""), name) for name in NOT_GRADED}
    task = Task(FULL, (0, 3), write_results=True)

    assert task_from(task_text(task)) == replace(task, submission=replace(FULL, **home))
    assert all(getattr(FULL, one.name) for one in fields(Submission)), "this test must fill every field"
    assert task_text(task).isascii() and "Ada" not in task_text(task)


WRONG = SMALL_ANSWER.replace("2.0 *", "3.0 *")


@pytest.mark.parametrize("source", [SMALL_ANSWER, WRONG, "def", "table = [1, 2]\n1 / 0", b"\xff", "exit(3)"])
def test_a_report_arrives_as_it_was_sent(
    graded: Callable[..., Report], small_exercise: Path, source: str | bytes
) -> None:
    """Right, wrong with a counterexample, unreadable, failing while it loads, or crashing: it is the same."""
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    assignment = find_assignment("small", small_exercise.parent)
    report = graded(source)
    text = report_text(report, assignment)
    again = report_from(text, assignment)

    assert again == report and (again.seconds, again.memory_bytes) == (report.seconds, report.memory_bytes)
    part = replace(report, results=report.results[2:3], seconds=report.seconds[2:3])
    assert report_from(report_text(part, assignment), assignment) == part


@pytest.mark.parametrize("text", ["{}", "[1, 2]", '["[]", []]', "[", '["[1,2]", [[0]]]'])
def test_what_is_no_report_is_an_error(small_exercise: Path, text: str) -> None:
    """A reply that is no report is refused, and never half a report."""
    with pytest.raises(ValueError):
        report_from(text, find_assignment("small", small_exercise.parent))


def test_a_reply_is_whole_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files arrive as they will be on disk; a reply that is damaged, cut off or too long is an error."""
    files = {"results/a.json": "سلام " * 10_000, "page.html": "\n\ud800", "empty": ""}
    data = packed("record\n", files)
    there = {place: text.encode("utf-8", "replace") for place, text in files.items()}
    assert unpacked(data) == ("record\n", there)
    for wrong in (b"", data[:-3], b"x" + data, data[:-1], data + b"x", b"[]", b"{}\n"):
        with pytest.raises(ValueError):
            unpacked(wrong)
    monkeypatch.setattr("autograder.classes.travelling.MAX_REPLY", 100)
    with pytest.raises(ValueError, match="too long"):
        unpacked(data)


def test_a_course_travels_whole(small_exercise: Path, tmp_path: Path) -> None:
    """The checks that arrive are those that were packed, in the course's languages; a change is noticed."""
    (small_exercise.parent / "course.toml").write_text('languages = ["fa", "en"]\n')
    (small_exercise / "mistakes").mkdir()
    (small_exercise / "mistakes" / "three.py").write_text("table = 3\n")
    (small_exercise / "notes.md").write_text("not for grading")
    course = pack_course(find_assignment("small", small_exercise.parent))
    there = find_assignment("small", course.unpack(tmp_path / "there"))

    here = find_assignment("small", small_exercise.parent)
    assert [one.source_digest for one in there.checks] == [one.source_digest for one in here.checks]
    assert [one.texts for one in there.checks] == [one.texts for one in here.checks]
    assert (tmp_path / "there" / "small" / "mistakes" / "three.py").is_file()
    assert not list((tmp_path / "there").rglob("*.md"))
    for files in ({**course.files, "small/test_hidden.py": b""}, {}):
        with pytest.raises(SandboxError, match="did not arrive as it was sent"):
            PackedCourse(files, course.digest).unpack(tmp_path / "other")


def test_what_differs_between_machines_is_named() -> None:
    """Python, NumPy, this package and its sources; the same version with other sources, too."""
    ours = versions()
    assert difference(ours, ours) == ""
    assert difference(ours, replace(ours, python="3.9.1")) == f"Python 3.9.1, not {ours.python}"
    both = Versions(ours.package, ours.sources, "3.9.1", "1.0")
    assert difference(ours, both) == f"Python 3.9.1, not {ours.python}, NumPy 1.0, not {ours.numpy}"
    assert difference(ours, replace(ours, package="0.1")) == f"conv-autograder 0.1, not {ours.package}"
    other = f"other sources of conv-autograder {ours.package}"
    assert difference(ours, replace(ours, sources="00")) == other
    assert len(json.loads(json.dumps(ours.sources))) == 32
