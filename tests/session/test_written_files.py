"""`text_of`: what checks find of files that were written, noted in a plan or asked as they go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from autograder.checks import assert_equal, text_of
from autograder.errors import AuthorError, CheckFailed, Outcome
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.session.live import LiveRun
from autograder.session.plan import CheckPlan
from autograder.session.session import WorkerSession
from autograder.session.student import Student
from autograder.submissions.read import read_submission

SUBMISSION = """
def save(name, text):
    with open(name, "w", newline="") as file:
        file.write(text)

def save_badly(name):
    with open(name, "wb") as file:
        file.write(b"ok \\xff")

def copy(name, other):
    with open(name) as file, open(other, "w") as written:
        written.write(file.read().upper())
    return 3

with open("loaded.txt", "w") as file:
    file.write("loaded")
"""
FILES = {"given.txt": b"one\r\ntwo\n", "deep/x.csv": b"a"}
Run = Callable[[Student], None]


def text_as_written(student: Student) -> None:
    student.save("out.txt", "a\nb\n")
    assert_equal(text_of("out.txt"), "a\nb\n")


def line_ends_are_ours(student: Student) -> None:
    student.save("out.txt", "a\r\nb\r")
    assert_equal(text_of("out.txt"), "a\nb\n")


def given_file(student: Student) -> None:
    assert_equal(text_of("./given.txt"), "one\ntwo\n")


def written_while_loading(student: Student) -> None:
    assert_equal(text_of("loaded.txt"), "loaded")
    student.save("loaded.txt", "changed")
    assert_equal(text_of("loaded.txt"), "changed")


def text_of_now(student: Student) -> None:
    """What a name of a text stands for is the text at that time."""
    student.save("out.txt", "first")
    first = text_of("out.txt")
    student.save("out.txt", "second")
    assert_equal(first, "first")
    assert_equal(text_of("out.txt"), "second")


def result_and_file(student: Student) -> None:
    assert_equal(student.copy("given.txt", "copy.txt"), 3)
    assert_equal(text_of("copy.txt")[:3], "ONE")


RIGHT = [text_as_written, line_ends_are_ours, given_file, written_while_loading, text_of_now, result_and_file]


def nothing_is_written(student: Student) -> None:
    assert_equal(text_of("out.txt"), "a")


def another_name(student: Student) -> None:
    student.save("outt.txt", "a")
    assert_equal(text_of("out.txt"), "a")


def no_text(student: Student) -> None:
    student.save_badly("out.txt")
    assert_equal(text_of("out.txt"), "ok")


def too_long_text(student: Student) -> None:
    student.save("out.txt", "x" * (2 << 20))
    assert_equal(text_of("out.txt"), "x")


def other_text(student: Student) -> None:
    student.save("out.txt", "a")
    assert_equal(text_of("out.txt"), "b")


def folder(student: Student) -> None:
    assert_equal(text_of("deep"), "")


def outside(student: Student) -> None:
    assert_equal(text_of("../../etc/passwd"), "")


WRONG = {
    nothing_is_written: "no file out.txt was written",
    another_name: "no file out.txt was written, but outt.txt is there: is the name right?",
    no_text: "out.txt is no text in UTF-8 (byte 3)",
    too_long_text: "out.txt is too large to be checked (2.0 MiB)",
    other_text: "out.txt is 'a', expected 'b'",
    folder: "no file deep was written",
    outside: "no file ../../etc/passwd was written",
}


def session(zygote: Zygote) -> WorkerSession:
    submission = read_submission("a", "a.py", SUBMISSION.encode(), "a")
    return WorkerSession(submission, zygote.worker, Limits(), files=FILES)


def in_a_batch(zygote: Zygote, *runs: Run) -> list[str]:
    """Return how checks end whose requests travel together."""
    asked = session(zygote)
    replies = asked.ask_plans([CheckPlan(run) for run in runs])
    asked.end()
    assert replies is not None
    return [ending(one.judge) for one in replies]


def one_by_one(zygote: Zygote, *runs: Run, planned: bool) -> list[str]:
    """Return how checks end that ask as they go, with or without a plan."""
    asked, endings = session(zygote), list[str]()
    for run in runs:
        asked.begin([])
        live = LiveRun(asked, CheckPlan(run) if planned else None)

        def go(live: LiveRun = live, run: Run = run) -> None:
            with live.running():
                run(Student(live))

        endings.append(ending(go))
    asked.end()
    return endings


def ending(judge: Callable[[], None]) -> str:
    try:
        judge()
    except Outcome as outcome:
        assert isinstance(outcome, CheckFailed)
        return str(outcome)
    return ""


def test_the_text_of_a_file_is_found(zygote: Zygote) -> None:
    """A written or given file has its text, in a batch and as a check goes."""
    assert in_a_batch(zygote, *RIGHT) == [""] * len(RIGHT)
    for planned in (False, True):
        assert one_by_one(zygote, *RIGHT, planned=planned) == [""] * len(RIGHT)


def test_what_is_wrong_with_a_file_is_said(zygote: Zygote) -> None:
    """A missing file is named, with one that is much like it; so are bytes that are no text."""
    assert in_a_batch(zygote, *WRONG) == list(WRONG.values())
    for planned in (False, True):
        assert one_by_one(zygote, *WRONG, planned=planned) == list(WRONG.values())


@pytest.mark.parametrize("second", [nothing_is_written, text_as_written])
def test_no_check_lives_on_another_one_s_file(second: Run, zygote: Zygote) -> None:
    """A file of an earlier check is gone, however the checks are asked: it earns no later one its point."""
    expected = ["", WRONG.get(second, "")]
    assert in_a_batch(zygote, text_as_written, second) == expected
    assert one_by_one(zygote, text_as_written, second, planned=True) == expected
    assert one_by_one(zygote, text_as_written, second, planned=False) == expected


def test_a_file_is_looked_at_in_a_check_only() -> None:
    """At the top of a file of checks, nothing has been written yet."""
    with pytest.raises(AuthorError, match="text_of can only be used inside of a check"):
        text_of("out.txt")
