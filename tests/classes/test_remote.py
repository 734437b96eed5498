"""Graders on another machine, without Dask's network: started, ended, idle, and started again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import SMALL_ANSWER

from autograder.classes.packed_course import pack_course
from autograder.classes.pool import Task
from autograder.classes.travelling import report_from, task_text, unpacked
from autograder.classes.versions import versions
from autograder.exercises.load import find_assignment
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission

pytestmark = pytest.mark.e2e  # Dask takes half a second to import, and a grader a second to start


def worker(folder: Path, threads: int) -> Any:
    return SimpleNamespace(local_directory=str(folder), state=SimpleNamespace(nthreads=threads))


@pytest.fixture
def graders(small_exercise: Path, tmp_path: Path) -> Iterator[Any]:
    from autograder.classes.remote import Graders, RemoteRun

    course = pack_course(find_assignment("small", small_exercise.parent))
    found = Graders(RemoteRun("token", course, "small", Limits(), "en", False, versions()))
    found.setup(worker(tmp_path, 2))
    yield found
    found.teardown(worker(tmp_path, 2))


TEXT = task_text(Task(read_submission("ada", "ada.py", SMALL_ANSWER.encode(), "small"), (0, 1, 2, 3), True))


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def points(reply: Any, solutions: Path) -> list[float]:
    (words, reports), assignment = reply, find_assignment("small", solutions)
    assert words == {"replies": [["graded"]] * len(reports)}
    return [report_from(unpacked(report)[0], assignment).points for report in reports]


def test_idle_graders_end_and_start_again(graders: Any, small_exercise: Path) -> None:
    """A command that is gone leaves no grader for long; one that is slow finds new ones."""
    assert points(graders.grade(graders.isolation, [TEXT, TEXT]), small_exercise.parent) == [10, 10]
    busy = graders._free.get()
    graders._end_idle()
    assert all(grader.process for grader in graders._all), "one is busy, and none ends"
    graders._free.put(busy)
    graders._end_idle()
    assert not any(grader.process for grader in graders._all)
    assert points(graders.grade("", [TEXT]), small_exercise.parent) == [10]


def test_what_ends_a_grader_is_told(graders: Any, small_exercise: Path) -> None:
    """It is told by its signal, with what it wrote last; the next submission gets a new one."""
    for grader in graders._all:
        grader.errors.write(b"last words")
        grader.errors.flush()
        grader.process.kill()
    words, reports = graders.grade("", [TEXT, TEXT])
    assert words["replies"] == [["killed", "ended by SIGKILL", "last words"], ["graded"]] and not reports[0]


def test_other_machines_are_refused(graders: Any) -> None:
    """By another level, by other versions, by a course that did not arrive whole: no task is graded."""
    assert graders.grade("level Z", [TEXT])[0]["refused"].endswith("not by level Z")
    other = type(graders)(replace(graders.run, versions=replace(versions(), numpy="0")))
    other.setup(worker(graders.folder.parent, 1))
    assert other.grade("", [TEXT])[0] == {"refused": f"it has NumPy {versions().numpy}, not 0"}
    broken = replace(graders.run, course=replace(graders.run.course, digest="0"))
    other = type(graders)(broken)
    other.setup(worker(graders.folder.parent, 1))
    assert json.dumps(other.grade("", [TEXT])[0]) == '{"refused": "the course did not arrive as it was sent"}'


def test_nothing_is_left_of_a_run(graders: Any) -> None:
    """No process, no file and no descriptor: a Dask worker serves many runs."""
    before = descriptors()
    other = type(graders)(graders.run)
    other.setup(worker(graders.folder.parent, 2))
    assert descriptors() > before and other.folder.is_dir()
    other.teardown(worker(graders.folder.parent, 2))
    assert descriptors() == before and not other.folder.exists()
    assert other.grade("", [TEXT]) == ({"replies": []}, [])
