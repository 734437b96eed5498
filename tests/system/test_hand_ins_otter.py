"""Hand-ins of the table under otter itself: a real zip, in Gradescope's folders and in `otter run`.

`test_hand_ins.py` sends every row through the functions that these call.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SMALL_ANSWER, SMALL_HIDDEN, SMALL_VISIBLE
from test_hand_ins import HANDED_OUT, ROWS, HandIn, write, zipped
from test_otter_run import forked_otter_run, otter_process  # noqa: F401 - fixtures

from autograder.exercises.handed_out import stub_digests
from autograder.otter.build import build_autograder
from autograder.otter.container import main

IN_CONTAINERS = (
    "folder: the script is filled in", "folder: both are, the notebook is better",
    "folder: nothing is filled in", "folder: as the case has it", "name: a copy by Colab", "left: by macOS",
    "archive: a zip in a zip",
    "archive: a tar.gz", "archive: a password", "other: a PDF", "file: UTF-16 of Windows",
    "several: three that could be meant",
)  # fmt: skip
UNDER_OTTER_RUN = (
    "folder: without the folder", "name: Untitled, by JupyterLab", "name: as an address has it",
    "left: by editors", "file: a cell of code that became text",
    "other: a PDF that is called .py", "file: UTF-16 of Windows", "file: a notebook of version 3",
    "several: a package beside it", "several: a module for a notebook",
    "several: drafts beside the named one", "several: a cell that writes a module",
)  # fmt: skip


@pytest.fixture(scope="module")
def autograder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the small exercise, which knows what was handed out."""
    top = tmp_path_factory.mktemp("course")
    sources = {"small.py": SMALL_ANSWER, "test_visible.py": SMALL_VISIBLE, "test_hidden.py": SMALL_HIDDEN}
    write(top / "solutions" / "small", dict(sources))
    write(top / "assignments", HANDED_OUT)
    return build_autograder("small", top / "solutions", top)


def test_the_zip_knows_the_stubs(autograder: Path) -> None:
    """What equals the stub in a container is told by the digests in the zip."""
    with zipfile.ZipFile(autograder) as archive:
        known = json.loads(archive.read("tests/exercises/handed_out.json"))
    script, sheet = (HANDED_OUT[f"small/small.{kind}"] for kind in ("py", "ipynb"))

    assert known["stubs"] == stub_digests([("a.py", script.encode()), ("a.ipynb", sheet.encode())])  # type: ignore[union-attr]


def said_and_earned(results: Path) -> tuple[float, str]:
    found: dict[str, Any] = json.loads(results.read_text(encoding="utf-8"))
    return sum(test.get("score", 0) for test in found["tests"]), json.dumps(found, ensure_ascii=False)


def in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


@pytest.mark.e2e
@pytest.mark.parametrize("name", IN_CONTAINERS)
def test_a_hand_in_gets_its_points_in_gradescope_s_folders(
    tmp_path: Path, autograder: Path, name: str
) -> None:
    """What a container of Gradescope starts, on the files as Gradescope puts them there."""
    row = ROWS[name]
    with zipfile.ZipFile(autograder) as archive:
        archive.extractall(tmp_path / "source")
    write(tmp_path / "submission", row.files)
    (tmp_path / "results").mkdir()
    main(tmp_path)
    earned, said = said_and_earned(tmp_path / "results" / "results.json")

    assert earned == row.points, said
    assert in_json(row.said) in said


def as_sent_to_otter(folder: Path, row: HandIn) -> Path:
    """Return the file that is given to `otter run`: a lone script or notebook, else a zip of all."""
    if len(row.files) == 1:
        return next(file for file in write(folder, row.files).rglob("*") if file.is_file())
    folder.mkdir()
    (folder / "submission.zip").write_bytes(zipped(row.files))
    return folder / "submission.zip"


@pytest.mark.e2e
@pytest.mark.parametrize("name", UNDER_OTTER_RUN)
def test_a_hand_in_gets_its_points_from_otter_itself(
    tmp_path: Path,
    autograder: Path,
    forked_otter_run: Callable[..., dict[str, Any]],  # noqa: F811 - the fixture
    name: str,
) -> None:
    """`otter run` takes the same file, and reports the same points."""
    row, out = ROWS[name], tmp_path / "out"
    done = forked_otter_run(autograder, as_sent_to_otter(tmp_path / "sent", row), out)

    assert done["error"] == "", done
    earned, said = said_and_earned(out / "results.json")
    assert earned == row.points, said


@pytest.mark.e2e
def test_otter_refuses_a_notebook_that_is_no_json(
    tmp_path: Path,
    autograder: Path,
    forked_otter_run: Callable[..., dict[str, Any]],  # noqa: F811 - the fixture
) -> None:
    """otter reads a notebook before our plugin begins: there is an error and no results, and not a zero."""
    sent = as_sent_to_otter(tmp_path / "sent", ROWS["file: a merge conflict"])
    done = forked_otter_run(autograder, sent, out := tmp_path / "out")

    assert "NotJSONError" in done["error"] and not (out / "results.json").exists()
