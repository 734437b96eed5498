"""Publishing: what students get. In doubt nothing is published."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import jupytext
import nbformat
import pytest
import tomllib

from autograder.authors.new import new_exercise
from autograder.authors.notebook import sections
from autograder.authors.publish import publish, published_files, stale
from autograder.errors import AuthorError
from autograder.exercises.assignment import HOMEWORK
from autograder.exercises.handed_out import read_handed_out
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.exercises.solution import parameters_in

ROOT = Path(__file__).parents[2]
SOLUTIONS, ASSIGNMENTS = ROOT / "solutions", ROOT / "assignments"
NAMES = [folder.name for folder in exercise_folders(SOLUTIONS)]
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>\n'


@pytest.fixture
def solutions(tmp_path: Path) -> Path:
    """A course in English and Persian with one exercise, q8_twice."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "solutions" / "course.toml").write_text('languages = ["en", "fa"]\n')
    return new_exercise("q8_twice", tmp_path / "solutions").parent


@pytest.fixture
def edit(solutions: Path) -> Callable[[str, str, str], None]:
    """Replace a text in a file of the exercise."""

    def edit(file: str, old: str, new: str) -> None:
        path = solutions / "q8_twice" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


@pytest.fixture(scope="module")
def published() -> dict[str, bytes]:
    """What is committed. That it is fresh is a test of its own."""
    files = (file for file in ASSIGNMENTS.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {str(file.relative_to(ASSIGNMENTS)): file.read_bytes() for file in files}


def notebook_of(data: bytes) -> nbformat.NotebookNode:
    notebook = nbformat.reads(data.decode(), as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    return notebook


def test_the_committed_assignments_are_fresh() -> None:
    """assignments/ is what publishing makes of solutions/; if this fails, run `autograder publish`."""
    assert stale(SOLUTIONS, ASSIGNMENTS) == []


@pytest.mark.nightly
def test_publishing_is_deterministic() -> None:
    """Two processes with different hash seeds publish the same bytes."""
    code = "import pathlib, sys; from autograder.authors.publish import published_files\n"
    code += "print(published_files(pathlib.Path(sys.argv[1])))"
    command = [sys.executable, "-c", code, SOLUTIONS]
    runs = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in "12"
    ]

    assert runs[0].stdout == runs[1].stdout


def test_students_get_these_files(published: dict[str, bytes]) -> None:
    """Each exercise has a folder of its own, and the homework holds them all."""
    fixed = {
        "statement.md",
        "statement.fa.md",
        "test_visible.py",
        "exercise.json",
        "hints.sealed",
        "texts.fa.toml",
    }
    for name in NAMES:
        places = {
            place.partition("/")[2]
            for place in published
            if place.startswith(f"{name}/") and not place.endswith(".svg")
        }
        visible = (SOLUTIONS / name / "test_visible.py").read_bytes()
        notebooks = {f"{name}.ipynb", f"{name}.fa.ipynb"}
        beside = {"layer_tables.py"} if name == "q3_parameters" else set[str]()
        assert places == {*fixed, *beside, f"{name}.py", *notebooks, f"tests/{name}.py"}
        assert published[f"{name}/test_visible.py"] == published[f"homework/test_{name}.py"] == visible
        assert published[f"{name}/statement.md"] in published["homework/statement.md"]
        assert f"homework/tests/{name}.py" in published
    assert {place.partition("/")[0] for place in published} == {*NAMES, HOMEWORK}


def test_modules_that_visible_checks_import_are_published(
    solutions: Path, edit: Callable[[str, str, str], None]
) -> None:
    """Directly or through each other. A module that only hidden checks import stays."""
    edit("test_visible.py", "import numpy as np", "import doubled\nimport numpy as np")
    edit("test_hidden.py", "from autograder", "import own\nfrom autograder")
    for name, text in {"doubled": "import parts", "parts": "x = 1", "own": "x = 2"}.items():
        (solutions / "q8_twice" / f"{name}.py").write_text(text)
    files = published_files(solutions)

    for folder in ("q8_twice", HOMEWORK):
        names = {place.name for place in files if place.parts[0] == folder}
        assert {"doubled.py", "parts.py"} <= names and "own.py" not in names
    assert files[PurePosixPath("q8_twice/parts.py")] == b"x = 1"


@pytest.mark.parametrize(
    "text", ["import q8_twice", "import doubled", "import inputs", "from test_hidden import points"]
)
def test_an_import_publishes_no_secret(
    solutions: Path, edit: Callable[[str, str, str], None], text: str
) -> None:
    """Neither the solution nor a hidden check reaches students through what visible checks import."""
    edit("test_visible.py", "import numpy as np", f"{text}\nimport numpy as np")
    (solutions / "q8_twice" / "doubled.py").write_text("def f():\n    from q8_twice import twice")
    (solutions / "q8_twice" / "inputs.py").write_text("")
    message = r"^q8_twice/test_visible\.py imports .*, which students must not have"
    with pytest.raises(AuthorError, match=message):
        published_files(solutions)


@pytest.mark.parametrize("name", [*NAMES, HOMEWORK])
def test_students_are_told_how_many_checks_they_do_not_have(published: dict[str, bytes], name: str) -> None:
    """exercise.json has its name, the number of hidden checks, and of several exercises their names.

    Besides these it has what students have anyway: digests of the stubs, and the parameters of functions.
    It has nothing else.
    """
    hidden = sum(check.hidden for check in find_assignment(name, SOLUTIONS).checks)
    expected = {"name": name, "hidden_checks": hidden} | ({"exercises": NAMES} if name == HOMEWORK else {})

    found = json.loads(published[f"{name}/exercise.json"])
    assert set(found.pop("stubs")) == read_handed_out(name, ASSIGNMENTS / name).stubs
    assert found.pop("signatures") == parameters_in([published[f"{name}/{name}.py"].decode()])
    assert found == expected


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_where_statements_show_them(published: dict[str, bytes], name: str) -> None:
    """Every picture lies beside both statements, and inside the notebooks."""
    for picture in (SOLUTIONS / name).glob("*.svg"):
        for folder in (name, HOMEWORK):
            cells = notebook_of(published[f"{folder}/{folder}.ipynb"]).cells
            attached = [cell for cell in cells if picture.name in cell.get("attachments", {})]
            assert published[f"{folder}/{picture.name}"] == picture.read_bytes()
            assert all(f"](attachment:{picture.name}" in cell.source for cell in attached)
            assert {
                base64.b64decode(cell.attachments[picture.name]["image/svg+xml"]) for cell in attached
            } == {picture.read_bytes()}


@pytest.mark.parametrize("name", [*NAMES, HOMEWORK])
def test_notebook_and_script_are_the_same_work(published: dict[str, bytes], name: str) -> None:
    """Apart from otter's cells, a notebook has the code of its script, in the order of the statement."""
    notebook = notebook_of(published[f"{name}/{name}.ipynb"])
    script = jupytext.reads(published[f"{name}/{name}.py"].decode(), fmt="py:percent")
    ours = [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "code" and "otter_ignore" not in cell.metadata.get("tags", [])
    ]
    theirs = [cell.source for cell in script.cells if cell.cell_type == "code"]

    assert [*theirs[0].split('"""')[2:], *theirs[1:]] == [f"\n\n{ours[0]}", *ours[1:]]
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    assert all(
        not cell.outputs and cell.execution_count is None
        for cell in notebook.cells
        if cell.cell_type == "code"
    )


def test_each_assignment_of_a_course_is_published(solutions: Path) -> None:
    """With its exercises in its own order, its title, and names that only other assignments have, too."""
    new_exercise("q9_twice", solutions)
    new_exercise("two-fer", solutions)
    (solutions / "course.toml").write_text(
        """languages = ["en", "fa"]
        [assignments.week1]
        title = {en = "The first week", fa = "هفتهٔ نخست"}
        exercises = ["two-fer", "q8_twice"]
        [assignments.week2]
        exercises = ["q9_twice"]
        """,
        encoding="utf-8",
    )
    files = {str(place): data.decode() for place, data in published_files(solutions).items()}

    folders = {place.partition("/")[0] for place in files}
    assert folders == {"q8_twice", "q9_twice", "two-fer", "week1", "week2"}
    week1 = files["week1/week1.py"]
    assert week1.startswith('"""The whole assignment in one file.')
    assert week1.index("def two_fer") < week1.index("def twice")
    assert json.loads(files["week1/exercise.json"])["exercises"] == ["two-fer", "q8_twice"]
    assert files["week1/statement.md"].startswith("# The first week\n")
    assert files["week1/statement.fa.md"].startswith("# هفتهٔ نخست\n")
    assert files["week2/statement.md"].startswith("# Week2\n")
    assert "week1/test_two-fer.py" in files and "week1/tests/two-fer.py" in files


def test_a_course_may_have_one_language(solutions: Path) -> None:
    """Then there is one statement, and no link to another."""
    (solutions / "course.toml").write_text('languages = ["de"]')
    for file in (solutions / "q8_twice").glob("*.fa.*"):
        file.unlink()
    files = published_files(solutions)
    names = {place.name for place in files if place.parts[0] == "q8_twice"}
    opening = notebook_of(files[PurePosixPath("q8_twice/q8_twice.ipynb")]).cells[0].source

    assert {name for name in names if name.startswith(("statement", "texts"))} == {"statement.md"}
    assert "](statement" not in opening
    assert json.loads(files[PurePosixPath("q8_twice/exercise.json")])["language"] == "de"


def test_students_get_settings_and_texts_without_secrets(solutions: Path) -> None:
    """What exercise.toml says, without comments; sentences of visible checks, and no hint of a mistake."""
    (solutions / "q8_twice" / "exercise.toml").write_text("# SECRET\n[limits]\ncall_seconds = 5\n")
    files = {str(place): data.decode() for place, data in published_files(solutions).items()}

    for folder, exercise in (("q8_twice", ""), ("homework", "_q8_twice")):
        assert files[f"{folder}/exercise{exercise}.toml"] == "[limits]\ncall_seconds = 5\n"
        texts = tomllib.loads(files[f"{folder}/texts{exercise}.fa.toml"])
        assert texts.keys() == {"sentences", "rungs"}
        assert texts["sentences"].keys() == {"test_a_row_is_doubled"}


def test_a_script_is_an_assignment_by_itself(solutions: Path) -> None:
    """In a file with other exercises it would run before them, or stop them."""
    script = solutions / "q8_twice" / "q8_twice.py"
    script.write_text('"""Print."""\n\n# %% tags=["given"]\nrows = 3\n\n# %%\nprint("SECRET")\n')
    for file in ("statement.md", "statement.fa.md"):
        path = solutions / "q8_twice" / file
        path.write_text(path.read_text().replace("`twice(x)`", "What to print"))
    work = published_files(solutions)[PurePosixPath("q8_twice/q8_twice.py")].decode()
    assert "SECRET" not in work and 'raise NotImplementedError("q8_twice: write your code here")' in work
    assert "rows = 3" in work

    new_exercise("q9_thrice", solutions)
    with pytest.raises(
        AuthorError, match="q8_twice is a script, so homework can't hold other exercises too;"
    ):
        published_files(solutions)


def test_a_notebook_reads_from_top_to_bottom(solutions: Path, edit: Callable[[str, str, str], None]) -> None:
    """First title, link to the Persian text, otter, imports.

    Then each section before its stub. Then the checks.
    """
    edit("q8_twice.py", "# %%\ndef", '# %% tags=["given"]\nX = np.eye(2)\n\n\n# %%\ndef')
    cells = notebook_of(published_files(solutions)[PurePosixPath("q8_twice/q8_twice.ipynb")]).cells

    head = ["# The exercise's title\n\n[این", "# Run this cell first: it checks", "import numpy"]
    starts = [*head, "## `twice(x)`", "X = ", "def twice", "## Check", 'grader.check("q8_twice")']
    assert len(cells) == len(starts)
    assert all(cell.source.startswith(start) for cell, start in zip(cells, starts, strict=True))


def test_headings_in_code_blocks_are_no_headings() -> None:
    """A comment in an example doesn't end a section."""
    statement = "# T\n\n## `f(x)`\n```python\n## `g`\n```\n\n## `g`, `h(a, b)` and `np.pad` by `a b`\n"

    assert [section.names for section in sections(statement)] == [(), ("f",), ("g", "h")]


def test_publish_writes_what_differs_and_removes_what_is_no_longer_made(
    solutions: Path, tmp_path: Path
) -> None:
    """Missing, changed and left-over files are found. Hidden files and other folders are left alone."""
    target = tmp_path / "assignments"
    assert publish(solutions, target) == sorted(published_files(solutions))
    assert publish(solutions, target) == []
    kept = [
        target / place
        for place in (
            "README.md",
            "other/notes.md",
            "q8_twice/.ipynb_checkpoints/a",
            "q8_twice/__pycache__/a",
        )
    ]
    left = [
        target / place for place in ("q8_twice/tests/old.py", "q7_gone/statement.md", "q7_gone/q7_gone.py")
    ]
    for path in [*kept, *left]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old")
    (target / "q8_twice" / "statement.md").write_text("changed")
    (target / "homework" / "homework.py").unlink()

    touched = [*left, target / "q8_twice" / "statement.md", target / "homework" / "homework.py"]
    places = [PurePosixPath(path.relative_to(target).as_posix()) for path in touched]
    assert stale(solutions, target) == sorted(places)
    assert publish(solutions, target) == sorted(places)
    assert stale(solutions, target) == []
    assert all(path.exists() for path in kept) and not any(path.exists() for path in left)


REFUSED = {
    "a name no heading has": (
        "statement.md", "`twice(x)`", "Twice",
        r"^q8_twice/statement\.md: `twice` is in 0 headings.*; give",
    ),
    "a name no Persian heading has": (
        "statement.fa.md", "`twice(x)`", "Twice",
        r"statement\.fa\.md: `twice` is in 0 headings",
    ),
    "a heading of nothing": (
        "statement.md", "## Check", "## `thrice`, check",
        "`thrice` is in 1 headings and not in the solution",
    ),
    "a private heading": (
        "statement.md", "## Check", "## `_twice`",
        "`_twice` is in 1 headings and not in the solution",
    ),
    "two headings for a name": ("statement.md", "## Check", "## `twice`", "`twice` is in 2 headings"),
    "a name dropped from the answer": (
        "q8_twice.py", "def twice", "def _twice",
        "`twice` is in 1 headings and not in the solution",
    ),
    "no title": (
        "statement.fa.md", "# عنوان", "عنوان",
        r"statement\.fa\.md, line 1: a statement begins with its title",
    ),
    "a missing picture": (
        "statement.md", "## Check", "![two\nrows](rows.svg)\n\n## Check",
        r"md, line 15: there is no picture rows\.svg;",
    ),
    "a picture that is no svg": (
        "statement.fa.md", "</div>", "![](rows.png)</div>",
        r"there is no picture rows\.png",
    ),
    "a check without a sentence": (
        "test_visible.py", '    """twice doubles every number of a row."""\n', "",
        "needs @points",
    ),
    "a check that imports the answer": (
        "test_visible.py", "import numpy", "import q8_nothing\nimport numpy",
        "does not load",
    ),
}  # fmt: skip


@pytest.mark.parametrize("file, old, new, message", REFUSED.values(), ids=REFUSED)
def test_an_exercise_that_is_not_whole_is_refused(
    solutions: Path, edit: Callable[[str, str, str], None], file: str, old: str, new: str, message: str
) -> None:
    """An exercise whose parts don't fit is not published. The error names the file and the remedy."""
    edit(file, old, new)

    with pytest.raises(AuthorError, match=message):
        published_files(solutions)


def test_an_answer_without_docstring_is_refused(solutions: Path) -> None:
    """Students read the docstring first, so there must be one."""
    path = solutions / "q8_twice" / "q8_twice.py"
    path.write_text(path.read_text().split('"""\n', 1)[1])

    with pytest.raises(AuthorError, match=r"q8_twice\.py, line 1: there is no docstring"):
        published_files(solutions)


@pytest.mark.parametrize("file", ["q8_twice.py", "statement.md", "statement.fa.md", "test_visible.py"])
def test_a_missing_file_is_named(solutions: Path, file: str) -> None:
    """An exercise without one of its files is not published."""
    (solutions / "q8_twice" / file).unlink()

    with pytest.raises(AuthorError, match=f"q8_twice has no {file}; "):
        published_files(solutions)


def test_no_exercises_is_an_error_not_an_empty_publication(tmp_path: Path) -> None:
    """A wrong folder does not remove what is published."""
    with pytest.raises(AuthorError, match="holds no exercises"):
        publish(tmp_path, ASSIGNMENTS)


@pytest.mark.parametrize("shared", ["twice", "X", "picture.svg"])
def test_exercises_that_share_a_name_are_refused(
    solutions: Path, edit: Callable[[str, str, str], None], shared: str
) -> None:
    """In the homework one would overwrite the other, be it a stub, a given name or a picture."""
    other = new_exercise("q9_thrice", solutions)
    for name, folder in (("twice", solutions / "q8_twice"), ("thrice", other)):
        answer = folder / f"{folder.name}.py"
        answer.write_text(
            answer.read_text() + f'\n\n# %% tags=["given"]\n{"X" if shared == "X" else name.upper()} = 1\n'
        )
        (folder / (shared if shared.endswith(".svg") else f"{name}.svg")).write_bytes(PICTURE)
    if shared == "twice":
        for file in other.rglob("*.*"):
            file.write_text(file.read_text().replace("thrice(", "twice(")) if file.suffix in (
                ".py",
                ".md",
            ) else None

    with pytest.raises(AuthorError, match=f"q8_twice and q9_thrice both have {shared}; rename one"):
        published_files(solutions)


@pytest.mark.e2e
def test_a_downloaded_notebook_shows_its_pictures(
    solutions: Path, edit: Callable[[str, str, str], None]
) -> None:
    """Rendered alone, without the files beside it, the notebook has the picture inside."""
    from nbconvert import HTMLExporter

    (solutions / "q8_twice" / "rows.svg").write_bytes(PICTURE)
    for file in ("statement.md", "statement.fa.md"):
        edit(file, "## `twice(x)`", "## `twice(x)`\n\n![two rows](rows.svg)")
    notebook = notebook_of(published_files(solutions)[PurePosixPath("q8_twice/q8_twice.ipynb")])
    page, _ = HTMLExporter().from_notebook_node(notebook)

    assert f'src="data:image/svg+xml;base64,{base64.b64encode(PICTURE).decode()}"' in page
