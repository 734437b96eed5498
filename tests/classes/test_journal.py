"""The journal: which results are reused, and that stored results are never lost."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL_ANSWER, SMALL_INPUTS, class_page_of

from autograder.classes.brief import Brief
from autograder.classes.cache_keys import submission_key
from autograder.classes.check_rows import CheckRows
from autograder.classes.interrupts import InterruptSignals
from autograder.classes.journal import Journal
from autograder.classes.journal_file import open_journal, read_journal
from autograder.classes.packed_code import pack, unpack
from autograder.classes.pool import Pool, Task, grade_task
from autograder.classes.record_json import from_json
from autograder.classes.run import grade_class
from autograder.classes.stored import Run
from autograder.errors import UsageError
from autograder.exercises.load import find_assignment
from autograder.grading.grader import Grader
from autograder.reports.final_grades import final_grades
from autograder.reports.terminal import summary
from autograder.results import Counterexample, Report, Verdict
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.read import read_submission
from autograder.submissions.submission import Cell, Submission

WRONG = SMALL_ANSWER.replace("2.0 *", "3.0 *")
LOOP = "table = [1, 2]\ndef double(x, times=1):\n    while times == 3: pass\n    return 2 * x\n"
NOISY = SMALL_ANSWER + "\n1 / 0\n"
MISTAKE = '''"""Three times."""

RUNG = "double"
HINT_EN = "Try."
HINT_FA = "?"

def double(x, times=1):
    return 3.0 * times * x
'''
Grade = Callable[..., dict[str, tuple[Report, int]]]


def submissions(**sources: str | bytes) -> list[Submission]:
    return [
        read_submission(name, f"{name}.py", source if isinstance(source, bytes) else source.encode(), "small")
        for name, source in sources.items()
    ]


class WarmPool(Pool):
    """Grades with workers of a zygote that runs already."""

    def __init__(self, grader: Grader) -> None:
        super().__init__()
        self.grader = grader

    def _start(self, stack: contextlib.ExitStack) -> None:
        """There is nothing to start."""

    def grade_tasks(self, tasks: Iterable[Task]) -> Iterator[Report]:
        return (grade_task(self.grader, task) for task in tasks)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def grade(zygote: Zygote, small_exercise: Path, out: Path) -> Grade:
    """Grade a class into OUT; return each report, and how many checks were graded for it."""

    def graded(
        folder: Path = out, limits: Limits | None = None, isolation: str = "level", **sources: str | bytes
    ) -> Any:
        limits = limits or Limits(call_seconds=0.2)
        assignment = find_assignment("small", small_exercise.parent)
        pool = WarmPool(Grader(assignment, zygote.worker, limits))
        with open_journal(folder) as journal:
            journal.begin(assignment, limits, isolation)
            graded = list(grade_class(submissions(**sources), pool, journal, InterruptSignals()))
        return {one.report.submission: (one.report, one.checks) for one in graded}

    return graded


def reports(graded: dict[str, tuple[Report, int]]) -> dict[str, Report]:
    return {name: report for name, (report, _) in graded.items()}


def many(graded: dict[str, tuple[Report, int]]) -> dict[str, int]:
    return {name: many for name, (_, many) in graded.items()}


CLASS: dict[str, str | bytes] = {
    "right": SMALL_ANSWER,
    "wrong": WRONG,
    "loop": LOOP,
    "noisy": NOISY,
    "empty": "",
    "unreadable": b"\xff",
    "crash": "import os\ndef double(x, times=1): os._exit(3)",
    "liar": "def double(x, times=1): raise ValueError('\\ud800\\x00')",
}


def test_a_report_that_is_reused_is_equal_to_the_one_that_was_graded(
    grade: Grade, small_exercise: Path, zygote: Zygote, tmp_path: Path
) -> None:
    """Reports of all kinds of submissions come back complete, and nothing is graded a second time."""
    (small_exercise / "mistakes").mkdir()
    (small_exercise / "mistakes" / "three.py").write_text(MISTAKE)
    (small_exercise / "inputs.py").write_text(SMALL_INPUTS)
    first, again = grade(**CLASS), grade(**CLASS)
    assignment = find_assignment("small", small_exercise.parent)
    grader = Grader(assignment, zygote.worker, Limits(call_seconds=0.2))
    undisturbed = [grade_task(grader, Task(one, (0, 1, 2, 3))) for one in submissions(**CLASS)]

    assert list(reports(first).values()) == undisturbed and reports(again) == reports(first)
    assert set(many(first).values()) == {4} and set(many(again).values()) == {0}
    assert first["wrong"][0].counterexamples and any(
        result.mistake == "three" for result in first["wrong"][0].results
    )
    assert {result.verdict for report in undisturbed for result in report.results} == set(Verdict) - {
        Verdict.BROKEN,
        Verdict.NOT_ATTEMPTED,
    }


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        text = file.read_text() if file.exists() else ""
        assert old in text
        file.write_text(text.replace(old, new, 1) if old else new)

    return change


@pytest.mark.parametrize(
    ("change", "right", "wrong"),
    [
        (edit("notes.md", "", "x"), 0, 0),
        (edit("variants/x.py", "", "x = 1"), 0, 0),
        (edit("mistakes/three.py", "", MISTAKE), 0, 4),
        (edit("inputs.py", "", SMALL_INPUTS), 0, 4),
        (edit("test_hidden.py", "[777.0])", "[778.0])"), 1, 4),
        (edit("test_hidden.py", "points(4", "points(5"), 1, 4),
        (edit("test_visible.py", "import numpy as np\n", "import numpy as np\nHELPER = 1\n"), 2, 4),
        (edit("small.py", "return", "return 1 *"), 4, 4),
        (edit("helper.py", "", "x = 1"), 4, 4),
    ],
)  # fmt: skip
def test_a_change_regrades_what_depends_on_it(
    grade: Grade, small_exercise: Path, tmp_path: Path, change: Callable[[Path], None], right: int, wrong: int
) -> None:
    """One check of a right submission; all checks of one that is wrong or fails to load. A new run agrees."""
    class_ = {"right": SMALL_ANSWER, "wrong": WRONG, "noisy": NOISY}
    grade(**class_)
    change(small_exercise)
    again = grade(**class_)
    (tmp_path / "anew").mkdir()

    assert many(again) == {"right": right, "wrong": wrong, "noisy": wrong}
    assert reports(again) == reports(grade(tmp_path / "anew", **class_))
    assert many(grade(**class_)) == {"right": 0, "wrong": 0, "noisy": 0}


def test_a_changed_check_that_is_now_failed_is_diagnosed_with_all_answers(
    grade: Grade, small_exercise: Path, tmp_path: Path
) -> None:
    """One check is out of date.

    If it fails, the whole exercise is graded, and the report equals that of a new run.
    """
    (small_exercise / "mistakes").mkdir()
    (small_exercise / "mistakes" / "three.py").write_text(
        MISTAKE.replace("3.0 * times", "2.0 * (times + (times == 4))")
    )
    almost = SMALL_ANSWER.replace("2.0 * times", "2.0 * (times + (times == 4))")
    assert reports(grade(almost=almost))["almost"].points == 10
    edit("test_hidden.py", "times=3), [4662.0, 42.0]", "times=4), [6216.0, 56.0]")(small_exercise)
    again = grade(almost=almost)
    (tmp_path / "anew").mkdir()

    assert many(again) == {"almost": 1} and reports(again)["almost"].results[2].mistake == "three"
    assert reports(again) == reports(grade(tmp_path / "anew", almost=almost))


def test_other_circumstances_regrade_everything(grade: Grade, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other limits, isolation or code regrade everything. Another language regrades what has a message."""
    both = {"right": SMALL_ANSWER, "wrong": WRONG, "noisy": NOISY}
    grade(**both)
    assert many(grade(limits=Limits(call_seconds=0.3), **both)) == {"right": 4, "wrong": 4, "noisy": 4}
    assert many(grade(limits=Limits(call_seconds=0.3), isolation="none", **both)) == {
        "right": 4,
        "wrong": 4,
        "noisy": 4,
    }
    with monkeypatch.context() as patch:
        patch.setenv("LANGUAGE", "fa")
        persian = grade(limits=Limits(call_seconds=0.3), isolation="none", **both)
        assert many(persian) == {"right": 0, "wrong": 4, "noisy": 4}
    monkeypatch.setattr("autograder.classes.cache_keys.__version__", "0")
    assert many(grade(limits=Limits(call_seconds=0.3), isolation="none", **both)) == {
        "right": 4,
        "wrong": 4,
        "noisy": 4,
    }


def test_the_code_and_its_file_s_name_tell_submissions_apart(grade: Grade) -> None:
    """Two submissions with the same code and another file name share no results: messages name the file."""
    grade(right=SMALL_ANSWER, wrong=WRONG)
    copies = [
        replace(one, name=f"copy of {one.name}") for one in submissions(right=SMALL_ANSWER, wrong=WRONG)
    ]

    assert many(grade(other=WRONG, right=SMALL_ANSWER + "\n")) == {"other": 4, "right": 4}
    assert copies[0].file == "right.py"


def test_a_changed_module_regrades() -> None:
    """Submissions with one script and modules of one name are two as soon as a source differs."""
    script = submissions(right="from helper import *\n")[0]
    keys = {
        submission_key(replace(script, modules=modules))
        for modules in (
            {},
            {"helper": SMALL_ANSWER},
            {"helper": WRONG},
            {"other": SMALL_ANSWER},
            {"helper": "a", "other": "b"},
            {"helper": "b", "other": "a"},
            {"helper": "a\0other\0b"},
        )
    }
    assert len(keys) == 7
    assert submission_key(replace(script, modules={"a": "1", "b": "2"})) == submission_key(
        replace(script, modules={"b": "2", "a": "1"})
    )


def test_a_broken_check_is_never_reused(grade: Grade, small_exercise: Path, tmp_path: Path) -> None:
    """Something that is in no key may repair it. The other checks are reused."""
    (small_exercise / "test_hidden.py").write_text(
        (small_exercise / "test_hidden.py")
        .read_text()
        .replace("    assert_array(", f"    open({str(tmp_path / 'there')!r})\n    assert_array(")
    )
    first = grade(right=SMALL_ANSWER)
    (tmp_path / "there").write_text("")
    again = grade(right=SMALL_ANSWER)

    assert first["right"][0].broken and many(again) == {"right": 1} and again["right"][0].points == 10
    assert many(grade(right=SMALL_ANSWER)) == {"right": 0}


def test_the_class_is_that_of_the_last_run(grade: Grade, out: Path) -> None:
    """A submission that is gone is in no view, but its results stay. Reports are sorted by name."""
    grade(b=SMALL_ANSWER, a=WRONG, c="")
    grade(c="", b=SMALL_ANSWER)
    with read_journal(out) as journal:
        assert journal.resume().name == "small"
        assert len(journal) == 2 and [report.submission for report in journal] == ["b", "c"]
    assert many(grade(a=WRONG)) == {"a": 0}


def test_outlines_show_the_class_as_its_reports_do(grade: Grade, out: Path, small_exercise: Path) -> None:
    """They have everything that the views of a large class show. Equal results are one object."""
    grade(right=SMALL_ANSWER, wrong=WRONG, alike=WRONG + "# again", broken="def", stub="")
    assignment = find_assignment("small", small_exercise.parent)
    with read_journal(out) as journal:
        journal.resume()
        reports, brief = list(journal), Brief()
        outlines = [brief(report) for report in reports]

    assert final_grades(outlines, assignment) == final_grades(reports, assignment)
    assert class_page_of(outlines, assignment) == class_page_of(reports, assignment)
    assert summary(outlines, 1) == summary(reports, 1)
    alike, wrong = (
        next(one.lacking for one in outlines if one.submission == name) for name in ("alike", "wrong")
    )
    assert alike and all(one is other and not one.message for one, other in zip(alike, wrong, strict=True))


def test_a_journal_holds_no_pickle_and_is_write_ahead(grade: Grade, out: Path) -> None:
    """Texts are JSON. The write-ahead log lets others read during a run."""
    grade(right=SMALL_ANSWER, wrong=WRONG)
    with sqlite3.connect(out / "grades.db") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert all(
            json.loads(text) is not None
            for (text,) in database.execute("SELECT text FROM checks UNION ALL SELECT text FROM run")
        )


def test_what_is_kept_is_on_the_disk(out: Path) -> None:
    """SQLite waits for the disk after each submission. So even a power cut loses nothing that was stored."""
    with open_journal(out) as journal:
        assert journal.database.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL


def test_what_is_written_is_written_whole(out: Path, small_exercise: Path, grade: Grade) -> None:
    """If the disk is full, nothing of that submission is stored, and everything before it is.

    One line says so.
    """
    grade(right=SMALL_ANSWER)
    (one,) = submissions(wrong=WRONG)
    failed = replace(grade(out, wrong=WRONG)["wrong"][0], problem="x" * 100_000)
    with pytest.raises(
        UsageError,
        match=r"out can't be written: database or disk is full\. "
        r"What was graded until then is kept in grades\.db: make room",
    ):
        with open_journal(out) as journal:
            assignment = find_assignment("small", small_exercise.parent)
            journal.begin(assignment, Limits(call_seconds=0.2), "level")
            journal.reuse(submissions(right=SMALL_ANSWER)[0])
            journal.database.execute("PRAGMA max_page_count = 1")
            journal.store(replace(one, file="other.py"), failed)
    with read_journal(out) as journal:
        journal.resume()
        assert [report.submission for report in journal] == ["right"]
    assert many(grade(right=SMALL_ANSWER, wrong=WRONG)) == {"right": 0, "wrong": 0}


def test_a_folder_without_room_for_a_journal_is_one_line(out: Path) -> None:
    """An error of the system becomes one line with the file's name."""
    (out / "grades.db").mkdir()
    with (
        pytest.raises(UsageError, match=r"out can't be written: unable to open database file"),
        open_journal(out),
    ):
        pass
    with (
        pytest.raises(UsageError, match=r"can't be written: No space left on device\. What was graded"),
        open_journal(out.parent),
    ):
        raise OSError(28, "No space left on device")


def test_a_closed_pipe_is_nobody_s_disk(out: Path) -> None:
    """click handles `autograder grade … | head`."""
    with pytest.raises(BrokenPipeError), open_journal(out):
        raise BrokenPipeError(32, "Broken pipe")


def damaged(file: Path, statement: str) -> None:
    with sqlite3.connect(file) as database:
        database.execute(statement)


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b"no database" * 1000),
        lambda file: file.write_bytes(file.read_bytes()[:4096] + b"x" * 8192),
        lambda file: damaged(file, "UPDATE checks SET text = '[\"passed\"]'"),
        lambda file: damaged(file, "UPDATE checks SET text = NULL"),
        lambda file: damaged(file, "UPDATE checks SET text = x'80'"),
        lambda file: damaged(
            file,
            "DELETE FROM checks WHERE name LIKE 'small%' AND submission IN (SELECT submission FROM class)",
        ),
        lambda file: damaged(file, "DELETE FROM passed_lists"),
        lambda file: damaged(file, "DELETE FROM run"),
        lambda file: damaged(file, "ALTER TABLE checks RENAME COLUMN text TO words"),
    ],
)
def test_a_damaged_journal_is_one_line_with_the_remedy(
    grade: Grade, out: Path, damage: Callable[[Path], None]
) -> None:
    """Reading it raises one line with the remedy. --fresh makes a new journal."""
    grade(right=SMALL_ANSWER, wrong=WRONG)
    damage(out / "grades.db")
    with pytest.raises(
        UsageError, match=r"grades\.db can't be read: .*\. Grade again with --fresh, which makes a new one$"
    ):
        with read_journal(out) as journal:
            journal.resume()
            list(journal)
    with (
        open_journal(out, fresh=True) as journal,
        pytest.raises(UsageError, match="nothing is graded there yet"),
    ):
        journal.resume()
    assert many(grade(right=SMALL_ANSWER, wrong=WRONG)) == {"right": 4, "wrong": 4}


def test_the_code_is_kept_for_the_pages(grade: Grade, out: Path) -> None:
    """It comes back as it was sent, also where it is no Unicode; it is stored once for equal submissions."""
    grade(right=SMALL_ANSWER, liar=CLASS["liar"], unreadable=b"\xff")
    with read_journal(out) as journal:
        journal.resume()
        assert [cell.source for cell in journal.code("right")] == [SMALL_ANSWER]
        assert journal.code("unreadable") == () == journal.code("nobody")
        assert journal.report("right").points == 10
    cells = (Cell("a.py", "x = '\ud800'\x00"), Cell("b.py", ""))
    assert unpack(pack(cells)) == cells


def test_what_grading_cost_is_kept(grade: Grade, out: Path, small_exercise: Path) -> None:
    """Seconds come with each check, memory with a submission; a check that is not run again keeps its own."""
    first = grade(right=SMALL_ANSWER, loop=LOOP)
    right, loop = (first[name][0] for name in ("right", "loop"))
    assert len(right.seconds) == 4 and all(0 < spent < 0.2 for spent in right.seconds)
    assert sum(loop.seconds) > 0.2 and right.memory_bytes > 10 << 20
    edit("test_hidden.py", "points(4", "points(5")(small_exercise)
    grade(right=SMALL_ANSWER, loop=LOOP)
    with read_journal(out) as journal:
        journal.resume()
        again = journal.report("right")
    assert (
        again.seconds[:3] == pytest.approx(right.seconds[:3], abs=1e-6)
        and again.seconds[3] != right.seconds[3] > 0
    )


def test_a_journal_of_an_earlier_version_is_still_read(grade: Grade, out: Path) -> None:
    """It lacks tables and the last fields of records: no code, no marks and no costs, but all results.

    It has a row for every check, also for those that passed.
    """
    before = grade(**CLASS)
    with sqlite3.connect(out / "grades.db") as database:
        rows = CheckRows(database)
        for (key,) in database.execute("SELECT submission FROM class").fetchall():
            for name, row in rows.read(key).items():
                database.execute("REPLACE INTO checks VALUES (?, ?, ?, ?)", (key, name, *row))
        database.execute("DELETE FROM checks WHERE name = 'passed'")
        for table in ("sources", "costs", "uploads", "passed_lists"):
            database.execute(f"DROP TABLE {table}")
        for key, name, text in database.execute("SELECT submission, name, text FROM checks").fetchall():
            fields = json.loads(text)[: 7 if name else 2]
            database.execute(
                "UPDATE checks SET text = ? WHERE submission = ? AND name = ?",
                (json.dumps(fields), key, name),
            )
        database.execute("DELETE FROM run WHERE last > 0")  # the order of the class
        (text,) = database.execute("SELECT text FROM run").fetchone()
        run = json.loads(text)
        run[1] = [check[:12] for check in run[1]]
        database.execute("UPDATE run SET text = ?", (json.dumps(run),))
    with read_journal(out) as journal:
        journal.resume()
        old = {report.submission: report for report in journal}
        assert journal.code("right") == () and journal.upload_numbers() == {}

    assert {name: one.points for name, one in old.items()} == {n: one[0].points for n, one in before.items()}
    assert [one.message for one in old["wrong"].results] == [
        one.message for one in before["wrong"][0].results
    ]
    assert all(one.seconds == () and one.marks == () and one.memory_bytes == 0 for one in old.values())
    grade(**CLASS)
    with read_journal(out) as journal:
        journal.resume()
        assert [cell.source for cell in journal.code("right")] == [SMALL_ANSWER]


def test_lines_that_failed_are_kept(grade: Grade) -> None:
    """Where loading failed, and where a call raised, for the pages that mark these lines."""
    noisy, liar = (grade(**CLASS)[name][0] for name in ("noisy", "liar"))

    assert [(mark.label, mark.text) for mark in noisy.marks] == [
        ("noisy.py", "ZeroDivisionError: division by zero")
    ]
    assert noisy.marks[0].line == NOISY[: NOISY.index("1 / 0")].count("\n") + 1
    assert {(one.label, one.line) for one in liar.lacking if one.line} == {("liar.py", 1)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Run, "nothing"),
        (Run, "[]"),
        (Run, '{"a":1}'),
        (Run, '["a",{},"en",false]'),
        (Run, '["a",[],"en",1]'),
        (Run, '["a",[],null,false]'),
        (Run, '["a",[["q","c","s","r",false,"1","passed","","","","",""]],"en",false]'),
        (Run, '["a",[["q","c","s","r",false,1,"fine","","","","",""]],"en",false]'),
        (tuple[str, str], '["a"]'),
        (tuple[str, str], "[1,2]"),
        (Counterexample | None, "[]"),
        (Verdict, "[]"),
    ],
)
def test_only_what_the_records_declare_is_read(kind: Any, text: str) -> None:
    """A wrong type, a missing field or an unknown verdict is refused."""
    with pytest.raises(ValueError):
        from_json(kind, text)


def test_two_runs_on_one_folder_are_refused(out: Path) -> None:
    """While one run has the folder, a second one ends with one line. A killed run loses its lock."""
    code = "import sys, time; from pathlib import Path\n"
    code += "from autograder.classes.journal_file import open_journal\n"
    code += "with open_journal(Path(sys.argv[1])):\n    print(1, flush=True)\n    time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code, str(out)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        with (
            pytest.raises(
                UsageError,
                match=r"another run is writing to .*out\. Wait until it has ended, or choose another folder",
            ),
            open_journal(out),
        ):
            pass
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    with open_journal(out):
        pass


@pytest.fixture
def unwritable(out: Path, grade: Grade) -> Iterator[Path]:
    grade(right=SMALL_ANSWER)
    out.chmod(0o500)
    yield out
    out.chmod(0o700)


def test_reading_writes_nothing(unwritable: Path, tmp_path: Path) -> None:
    """Runs in a read-only folder can be compared. A folder without a journal is an error."""
    with read_journal(unwritable) as journal:
        journal.resume()
        assert [report.points for report in journal] == [10]
    assert sorted(file.name for file in unwritable.iterdir()) == ["grades.db"]
    with (
        pytest.raises(
            UsageError, match=r"holds no grades\.db\. Name a folder that `autograder grade` has written"
        ),
        read_journal(tmp_path),
    ):
        pass


def test_an_empty_journal_has_no_last_run(out: Path) -> None:
    """A run that was stopped before anything was graded leaves a valid journal."""
    with open_journal(out) as journal:
        assert isinstance(journal, Journal) and list(journal) == []
        with pytest.raises(UsageError, match="nothing is graded there yet; `autograder grade` goes on"):
            journal.resume()
