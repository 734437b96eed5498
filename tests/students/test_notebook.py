"""`grader.check` in a live notebook: the text of `autograder check`, in a process of its own."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.authors.publish import publish
from autograder.exercises.load import exercise_folders
from autograder.exercises.overlays import solution_source
from autograder.students import notebook as notebook_module
from autograder.students.notebook import cells_run

SOLUTIONS = Path(__file__).parents[2] / "solutions"
NAMES = [folder.name for folder in exercise_folders(SOLUTIONS)]
CASES = [(name, [name]) for name in NAMES] + [("homework", NAMES)]
NO_PACKAGE = 'import sys\nsys.modules["autograder"] = None'
pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def assignments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that students get."""
    target = tmp_path_factory.mktemp("published") / "assignments"
    publish(SOLUTIONS, target)
    return target


def executed(
    folder: Path, file: str, *, first: str = "", before_check: dict[str, str] | None = None, check: str = ""
) -> list[tuple[str, str]]:
    """Run a notebook, with a first cell and with code before the checks; return what checks show, twice.

    Each is the plain text, and the HTML. With `check`, the cells of checks hold this instead.
    """
    notebook = nbformat.read(folder / file, as_version=4)
    cells = [nbformat.v4.new_code_cell(first)]
    for cell in notebook.cells:
        match = re.match(r'grader\.check\("(\w+)"\)', cell.source)
        if match and before_check and match[1] in before_check:
            cells.append(nbformat.v4.new_code_cell(before_check[match[1]]))
        if match and check:
            cell.source = check
        cells.append(cell)
    notebook.cells = cells
    NotebookClient(notebook, resources={"metadata": {"path": str(folder)}}).execute()
    shown: list[Any] = [
        cell.outputs for cell in cells if cell.source.startswith(("grader.", check or "grader."))
    ]
    return [text_of(outputs) for outputs in shown]


def text_of(outputs: list[Any]) -> tuple[str, str]:
    texts = [output["text"] for output in outputs if "text" in output]
    data = [output["data"] for output in outputs if "data" in output]
    plain = "".join(texts) + "".join(one.get("text/plain", "") for one in data)
    return plain, "".join(one.get("text/html", "") for one in data)


@pytest.mark.parametrize("name, exercises", CASES, ids=[name for name, _ in CASES])
def test_the_notebook_runs_from_top_to_bottom(assignments: Path, name: str, exercises: list[str]) -> None:
    """No cell of the stub fails, and its checks say what to do first. With the solutions, all steps pass."""
    solutions = {exercise: solution_source(SOLUTIONS / exercise) for exercise in exercises}
    stub = executed(assignments / name, f"{name}.ipynb")
    pasted = executed(assignments / name, f"{name}.ipynb", before_check=solutions)

    assert len(stub) == len(pasted) == len(exercises)
    for plain, html in stub:
        assert "is not written yet" in plain and "points so far" in plain and "is not written yet" in html
    for plain, html in pasted:
        assert "✗" not in plain and "·" not in plain and "✓" in plain and "<pre" in html


def test_an_endless_loop_ends_and_the_kernel_lives(assignments: Path) -> None:
    """The function loops in the checker's process; the cell says so, and later cells are run."""
    name = "q1_convolution"
    loop = {name: "def output_size(n, kernel, stride=1, padding=0):\n    while True:\n        pass\n"}
    ((plain, _),) = executed(assignments / name, f"{name}.ipynb", before_check=loop)

    assert "⧖ output size" in plain and "points so far" in plain


def test_lines_are_those_of_cells(assignments: Path) -> None:
    """What is wrong is said with the number that Jupyter shows at the cell."""
    name = "q1_convolution"
    wrong = {name: "\n\ndef output_size(n, kernel, stride=1, padding=0):\n    return n / nothing\n"}
    ((plain, _),) = executed(assignments / name, f"{name}.ipynb", before_check=wrong)

    assert re.search(r"name 'nothing' is not defined \(line 4 of\s+cell\s+\d+\)", plain), plain


def test_the_persian_notebook_speaks_persian(assignments: Path) -> None:
    """Whatever the machine's language is, the check of the Persian notebook has no English sentence."""
    name = "q1_convolution"
    ((plain, html),) = executed(assignments / name, f"{name}.fa.ipynb")
    ((missing, _),) = executed(assignments / name, f"{name}.fa.ipynb", first=NO_PACKAGE)

    assert "هنوز نوشته نشده است" in plain and 'dir="auto"' in html and "written" not in plain
    assert plain.startswith(f"{name}.fa.ipynb\n")
    assert "README.fa.md" in missing and "installed" not in missing


FIRST = "from autograder.students.notebook import grader"
HISTORIES: dict[str, tuple[list[str], dict[int, str], list[tuple[int, str]]]] = {
    "equal code, no ids": (["x = 1", "y = 2", "x = 1"], {}, [(3, "x = 1"), (2, "y = 2")]),
    "changed, no ids": (["x = 1", "x = 2"], {}, [(1, "x = 1"), (2, "x = 2")]),
    "changed": (["x = 1", "y = x", "x = 2"], {1: "a", 2: "b", 3: "a"}, [(3, "x = 2"), (2, "y = x")]),
    "run all again": (
        [FIRST, "y = x", "x = 1", FIRST, "x = 1", "y = x"],
        {2: "b", 3: "a", 5: "a", 6: "b"},
        [(5, "x = 1"), (6, "y = x")],
    ),
    "the grader's own": (["x = 1", "  grader.check('q1')"], {}, [(1, "x = 1"), (2, "  pass")]),
}


@pytest.mark.parametrize("case", HISTORIES)
def test_a_cell_counts_as_it_was_run_last(monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    """It stays where it was run first, until the first cell of the notebook is run again."""
    history, ids, expected = HISTORIES[case]
    shell = SimpleNamespace(history_manager=SimpleNamespace(input_hist_raw=["", *history]))
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    monkeypatch.setattr(notebook_module, "cell_ids", ids)

    assert [(cell.label, cell.source) for cell in cells_run()] == [
        (f"cell {number}", source) for number, source in expected
    ]


def test_a_notebook_s_own_commands_are_named(assignments: Path) -> None:
    """What shows more is a call of the grader, and no command of a terminal."""
    name = "q1_convolution"
    wrong = {
        name: "def output_size(n, kernel, stride=1, padding=0):\n    return 0\n"
        "def zero_pad(x, padding):\n    return 0\n"
    }
    ((plain, _),) = executed(assignments / name, f"{name}.ipynb", before_check=wrong)

    assert "`grader.check_all()` shows everything that is wrong." in plain and "autograder check" not in plain


def test_check_all_and_export_are_there(assignments: Path) -> None:
    """Like otter's: all checks with everything that is wrong, and how to hand in."""
    name = "q1_convolution"
    ((plain, _),) = executed(assignments / name, f"{name}.ipynb", check="grader.check_all()")
    assert plain.count("is not written yet") >= 4

    ((plain, _),) = executed(assignments / name, f"{name}.ipynb", check="grader.export(pdf=False)")
    assert plain == "Save the notebook, and hand in its file.\n"


def test_a_notebook_away_from_its_checks_is_told_so(assignments: Path, tmp_path: Path) -> None:
    """One sentence, and no traceback."""
    name = "q1_convolution"
    (tmp_path / "mine.ipynb").write_bytes((assignments / name / f"{name}.ipynb").read_bytes())
    ((plain, _),) = executed(tmp_path, "mine.ipynb")

    assert "there is no test_visible.py" in plain and "Traceback" not in plain


def test_without_the_package_a_cell_says_how_to_install_it(assignments: Path) -> None:
    """No cell of the notebook fails."""
    name = "q1_convolution"
    ((plain, _),) = executed(assignments / name, f"{name}.ipynb", first=NO_PACKAGE)

    assert "README.md in this folder says how to install it" in plain
