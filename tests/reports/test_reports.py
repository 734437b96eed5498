"""The files of a graded class, with names and messages made to break them."""

from __future__ import annotations

import csv
import hashlib
import html.parser
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import SMALL_ANSWER, class_page_of

from autograder.analysis.class_figures import class_figures
from autograder.errors import UsageError
from autograder.exercises.assignment import Assignment
from autograder.exercises.inputs import grid
from autograder.exercises.load import find_assignment
from autograder.reports.class_view import ClassView
from autograder.reports.final_grades import final_grades
from autograder.reports.folder import OutputFolder
from autograder.reports.results_json import results_text
from autograder.reports.submission_page import submission_page
from autograder.results import Counterexample, Report, Steps, Verdict
from autograder.submissions.submission import Cell, Person
from autograder.text import safe_file_name

Graded = Callable[..., Report]
HOSTILE = "=1+1<script>alert(1)</script>[red]{{7*7}}\x1b[2J\u202e\ud800\x00\n"
RAISES = f"table = [1, 2]\ndef double(x, times=1):\n    raise ValueError({HOSTILE!r})\n"
GRADESCOPE_KEYS = {"score", "output", "stdout_visibility", "tests", "extra_data"}
GRADESCOPE_ROW = {"score", "name", "max_score", "status", "output", "visibility", "tags", "extra_data"}


@pytest.fixture
def assignment(small_exercise: Path) -> Assignment:
    return find_assignment("small", small_exercise.parent)


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_final_grades_are_otter_s_table(graded: Graded, assignment: Assignment) -> None:
    """The columns, the first row and the ratio are those of otter's own final_grades.csv."""
    rows = table(final_grades([graded(SMALL_ANSWER), graded("table = [1, 2]", "bob.py")], assignment))

    assert rows[0][:4] == ["submission", "name", "sid", "email"] and rows[1][:4] == [""] * 4
    assert rows[0][4:] == ["file", "small", "total_points_earned", "percent_correct", "grading_status"]
    assert [cell if cell in ("points-per-question", "--") else float(cell) for cell in rows[1][4:]] == [
        "points-per-question",
        10,
        10,
        1,
        "--",
    ]
    assert rows[2] == ["alice", "", "", "", "alice.py", "10", "10", "1.0", "Completed"]
    assert rows[3] == ["bob", "", "", "", "bob.py", "1.0", "1.0", "0.1", "Completed"]


def test_final_grades_tell_who_is_who(graded: Graded, assignment: Assignment) -> None:
    """Names, numbers and addresses stand beside each submission; those of a group in one cell each."""
    reports = [replace(graded(""), submission="pair"), replace(graded(""), submission="=nobody")]
    pair = (Person("Ada", "100", "a@x.edu"), Person("-Bob", "", "b@x.edu"))
    rows = table(final_grades(reports, assignment, {"pair": pair}))

    assert rows[2][:5] == ["pair", "Ada & -Bob", "100 & ", "a@x.edu & b@x.edu", "alice.py"]
    assert rows[3][:5] == ["'=nobody", "", "", "", "alice.py"]


def test_final_grades_have_the_columns_that_otter_makes(graded: Graded, assignment: Assignment) -> None:
    """The header is compared with the names in otter itself."""
    otter = pytest.importorskip("otter.grade.utils")
    rows = table(final_grades([graded("")], assignment))

    names = [
        getattr(otter, f"SCORES_DICT_{name}_KEY")
        for name in ("FILE", "TOTAL_POINTS", "PERCENT_CORRECT", "GRADING_STATUS")
    ]
    assert rows[0][4:] == [names[0], "small", *names[1:]]
    assert rows[1][4] == otter.POINTS_POSSIBLE_LABEL


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r@", "\n=", " =", "\u202e="])
def test_no_cell_is_a_formula(graded: Graded, assignment: Assignment, start: str) -> None:
    """A text that a spreadsheet would compute gets a quote in front; control characters are removed."""
    report = replace(graded(""), file=f"{start}cmd|' /C calc'!A0.py", problem=f"{start}HYPERLINK(1)")
    row = table(final_grades([report], assignment))[2]

    assert all(not cell.startswith(("=", "+", "@", "\t", "\r", "\n", " ", "-")) for cell in row)
    assert row[4].startswith("'")


def test_results_are_gradescope_s(graded: Graded) -> None:
    """results.json holds the keys that Gradescope knows, with values that it accepts."""
    results = json.loads(results_text(graded(RAISES)))

    assert set(results) == GRADESCOPE_KEYS and results["stdout_visibility"] == "hidden"
    assert results["score"] == sum(row["score"] for row in results["tests"]) == 1
    for row in results["tests"]:
        assert set(row) == GRADESCOPE_ROW
        assert row["status"] in ("passed", "failed") and row["visibility"] in ("visible", "after_published")
        assert (
            isinstance(row["name"], str)
            and isinstance(row["output"], str)
            and 0 <= row["score"] <= row["max_score"]
        )


def test_hidden_rows_hold_only_our_own_words(graded: Graded) -> None:
    """The student's file has no text of the student's or of the check's for a hidden check."""
    hidden = [
        row for row in json.loads(results_text(graded(RAISES)))["tests"] if row["visibility"] != "visible"
    ]

    assert {row["output"] for row in hidden} == {
        "Your code does not do this yet for the inputs of this check."
    }
    assert "777" not in str(hidden) and "script" not in str(hidden) and "test_hidden.py" not in str(hidden)


ENDINGS = {
    "a wrong value": "return x",
    "nothing": "",
    "not written": "raise NotImplementedError('double: write your code here')",
    "an error": "raise ValueError",
    "a loop": "while True: pass",
    "the end of the process": "import os; os._exit(1)",
    "an invalid reply": "import os; os.write(3, b'12345678' * 9)",
    "a known mistake": "return 3.0 * np.asarray(x)",
}


def test_hidden_checks_that_show_at_once_tell_one_bit(graded: Graded, small_exercise: Path) -> None:
    """However a hidden check fails, its row is the same then: no ending, and no mistake is told by it."""
    (small_exercise / "mistakes").mkdir()
    (small_exercise / "mistakes" / "triples.py").write_text(
        '"""It is three times the array."""\nimport numpy as np\n'
        'RUNG = "double"\nHINT = "Twice is two times."\n'
        "def double(x, times=1):\n    return 3.0 * np.asarray(x)\n"
    )
    rows, named = set(), set[str]()
    for body in ENDINGS.values():
        source = f"import numpy as np\ntable = [1, 2]\ndef double(x, times=1):\n    {body or 'pass'}\n"
        report = graded(source, call_seconds=0.1)
        results = json.loads(results_text(report, hidden="visible"))
        row = next(row for row in results["tests"] if "any array" in row["name"])
        rows.add(json.dumps(row))
        named |= {result.mistake for result in report.results if result.hidden}

    assert len(rows) == 1 and "triples" in named
    assert "Your code does not do this yet for the inputs of this check." in rows.pop()


class Tags(html.parser.HTMLParser):
    """Collects the elements and the attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(name for name, _ in attributes)}


def pages(report: Report, assignment: Assignment) -> str:
    """Return the class page of one submission, and its own page with its code."""
    code = [Cell(report.file, RAISES + HOSTILE)]
    return class_page_of([report], assignment) + submission_page(report, assignment, code)


def test_the_pages_escape_whatever_a_student_wrote(graded: Graded, assignment: Assignment) -> None:
    """Names, messages, problems and code add no element to a page, and no control or direction character."""
    honest = pages(replace(graded(RAISES.replace("raise ValueError", "int")), problem="zzz"), assignment)
    report = graded(RAISES)
    shown = pages(
        replace(report, submission=HOSTILE, file=HOSTILE + '" onclick="x', problem=HOSTILE), assignment
    )

    assert "&lt;script&gt;alert(1)&lt;/script&gt;[red]{{7*7}}" in shown
    assert Tags(shown).found <= Tags(honest).found
    assert not any(character in shown for character in "\x00\x1b\u202e\ud800")


@pytest.mark.parametrize(
    "name",
    [
        "../x", "/etc/x", "..", ".", "", "a/b", "a\\b", "a\x00b", "a\nb", ".hidden", "final_grades.csv",
        "x" * 500, "ü" * 200, "\U0001f600" * 99, "\ud800", "con\u202e",
    ],
)  # fmt: skip
def test_a_name_can_t_leave_its_folder(
    graded: Graded, assignment: Assignment, tmp_path: Path, name: str
) -> None:
    """A submission's results and its page are each directly in their folder, whatever it is called."""
    out = OutputFolder(tmp_path / "out")
    out.write_submission(replace(graded(""), submission=name), assignment)

    files = [file for file in tmp_path.rglob("*") if file.is_file() and "solutions" not in file.parts]
    (page,) = (file for file in files if file.suffix == ".html")
    (results,) = (file for file in files if file.suffix == ".json")
    assert len(files) == 2 and results.parent == tmp_path / "out" / "results"
    assert page.parent == tmp_path / "out" / "report" / "submissions"
    assert json.loads(results.read_text())["score"] == 0


def test_two_submissions_never_share_a_file(graded: Graded, assignment: Assignment, tmp_path: Path) -> None:
    """Names have a file each, even if they differ only in characters that a file name can't have."""
    out, report = OutputFolder(tmp_path / "out"), graded("")
    names = [
        "a_b",
        "a/b",
        "a\\b",
        "a\x01b",
        "a\x02b",
        "ab",
        ".ab",
        "..ab",
        "x" * 300,
        "x" * 301,
        "x" * 60,
        "",
        "_",
    ]
    for name in names:
        out.write_submission(replace(report, submission=name), assignment)

    assert len(list((tmp_path / "out" / "results").iterdir())) == len(names)
    assert (tmp_path / "out" / "results" / "a_b.json").is_file()


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails in the middle leaves the earlier file; so does making the folder again."""
    out = OutputFolder(tmp_path)
    out.write("final_grades.csv", "before")

    def full(self: Path, data: bytes) -> None:
        with self.open("wb") as file:
            file.write(data[:3])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError):
        patch.setattr(Path, "write_bytes", full)
        out.write("final_grades.csv", "after all")
    OutputFolder(tmp_path)
    assert (tmp_path / "final_grades.csv").read_text() == "before"


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/nowhere"])
def test_a_folder_that_can_t_be_written_is_found_before_grading(tmp_path: Path, place: str) -> None:
    """An unwritable OUT is a UsageError in one line that says what to do."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"can't be written: .*\. Choose another folder with -o$"):
        OutputFolder(tmp_path / place)


def test_the_class_is_written_even_with_hostile_names(
    graded: Graded, assignment: Assignment, tmp_path: Path
) -> None:
    """Surrogates, NULs and formulas of one student don't cost the class its files."""
    out, report = OutputFolder(tmp_path / "out"), graded(RAISES)
    reports = [report, replace(report, submission=HOSTILE, file=HOSTILE, problem=HOSTILE)]
    out.write_class(ClassView(reports, assignment, class_figures(reports, assignment)))

    assert len(table((tmp_path / "out" / "final_grades.csv").read_text())) == 4
    assert (tmp_path / "out" / "report" / "index.html").read_text().endswith("</html>")
    assert not list((tmp_path / "out").rglob("*.part"))


def failing(graded: Graded, source: str, function: str = "double") -> Report:
    """Return a report with a counterexample to a function."""
    steps = Steps(((grid("x", [[HOSTILE]]),),), ("2·1 = 2",))
    return replace(
        graded(source),
        counterexamples=(
            Counterexample(function, Verdict.FAILED, ("double(1)",), f"is wrong: {HOSTILE}", steps),
        ),
    )


ONLY_HIDDEN = SMALL_ANSWER.replace("2.0 * times", "2.0 * (times - (times == 3))")


def examples(report: Report, publish: bool = False) -> list[tuple[str, str]]:
    """Return the check and the visibility of each row that shows a counterexample."""
    rows = json.loads(results_text(report, publish))["tests"]
    return [
        (row["extra_data"]["check"], row["visibility"])
        for row in rows
        if "The smallest input found on which double is wrong" in row["output"]
    ]


def test_a_visible_check_that_failed_shows_the_counterexample_to_its_function(graded: Graded) -> None:
    """It is shown once, under the check's own message. A check of another function does not show it."""
    report = failing(graded, "table = 3\ndef double(x, times=1): return x")
    row = json.loads(results_text(report))["tests"][1]

    assert examples(report) == examples(report, publish=True) == [("test_double", "visible")]
    assert row["output"].startswith(
        "double([1, 2.5])[0] is 1, expected 2 (2 of 2 values differ)\n\nThe smallest input"
    )
    assert (
        examples(failing(graded, "table = 3\ndef double(x, times=1): return x", function="table_maker")) == []
    )


def test_what_only_hidden_checks_have_led_to_is_shown_to_students_when_it_is_published(
    graded: Graded,
) -> None:
    """If only hidden checks failed, the instructor reads the counterexample; students do with `publish`."""
    report = failing(graded, ONLY_HIDDEN)

    assert examples(report) == []
    assert examples(report, publish=True) == [("test_double_of_a_secret", "after_published")]


def test_the_instructor_s_page_shows_every_counterexample(graded: Graded, assignment: Assignment) -> None:
    """It also shows those that only hidden checks have led to, as what the student does not read."""
    report = failing(graded, ONLY_HIDDEN)
    page = submission_page(report, assignment)
    student, _, instructor = page.partition("Only you read")

    assert page.count("The smallest input found on which double is wrong:") == 1
    assert "The smallest input found" in instructor and "777" not in student and "777" in instructor
    assert page.count("is wrong: =1+1&lt;script&gt;alert(1)&lt;/script&gt;[red]{{7*7}}") == 1
    assert "img" not in Tags(page).found
    assert not any(character in page for character in "\x00\x1b\u202e\ud800")


def test_the_page_counts_who_passed(graded: Graded, assignment: Assignment) -> None:
    """A rung shows the class's share of its points, and who lacks some of them, with a link to the table."""
    page = class_page_of([graded(SMALL_ANSWER), graded("table = [1, 2]", "bob.py")], assignment)
    rungs = page.partition('id="rungs"')[2].partition("</section>")[0]

    assert re.findall(r"<span>(\d+)\xa0%</span>", rungs) == ["100", "50", "50"]
    assert rungs.count('<a href="submissions/bob.html" dir="auto">bob</a>') == 2
    assert rungs.count('href="#rung=small%2Fdouble"') == 1 and "isolation" in page and "level" in page


def test_no_name_gives_another_submission_s_file() -> None:
    """Names that need a hash get one, and a name that looks as if it had one gets another."""
    names = [
        "bob\\smith",
        "bob_smith",
        f"bob_smith-{hashlib.sha256(b'bob' + bytes([92]) + b'smith').hexdigest()[:8]}",
        "a/b",
        "a_b",
    ]
    files = [safe_file_name(name) for name in names]

    assert len(set(files)) == len(names)
    assert files[1] == "bob_smith" and files[0] == names[2]
