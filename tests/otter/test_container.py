"""Grading in a container: results at any moment, an alarm if we fail, results for otter."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import dill
import pytest
from tiers import everyday

from autograder.errors import SandboxError
from autograder.exercises.load import find_assignment
from autograder.exercises.overlays import composed, mistakes, solution_source
from autograder.otter import container
from autograder.otter.build import build_autograder
from autograder.otter.container import Draft, main
from autograder.otter.otter_results import otter_results
from autograder.results import Report, Verdict

SOLUTIONS = Path(__file__).parents[2] / "solutions"
EXERCISE = SOLUTIONS / "q2_pointwise"
ANSWER = solution_source(EXERCISE).encode()
WRONG = composed(
    EXERCISE, next(one for one in mistakes(EXERCISE) if one.name == "transposes_the_weights")
).encode()
Lay = Callable[..., Path]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Builds an autograder with a configuration, once."""
    return cache(
        lambda config: build_autograder(
            EXERCISE.name, SOLUTIONS, tmp_path_factory.mktemp("built"), json.loads(config)
        )
    )


@pytest.fixture
def lay(tmp_path: Path, built: Callable[[str], Path]) -> Lay:
    """Lays a container's folder out, with an unpacked zip and the files of a submission."""

    def lay_out(files: dict[str, bytes], **config: Any) -> Path:
        folder = tmp_path / "autograder"
        with zipfile.ZipFile(built(json.dumps(config))) as archive:
            archive.extractall(folder / "source")
        for name in ("submission", "results"):
            (folder / name).mkdir()
        for name, data in files.items():
            (folder / "submission" / name).write_bytes(data)
        return folder

    return lay_out


def results(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "results" / "results.json").read_text(encoding="utf-8"))
    return read


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.py", content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("files", "points", "said"),
    [
        ({"mine.py": ANSWER}, 20, ""),
        (
            {
                "mine.ipynb": json.dumps(
                    {"cells": [{"cell_type": "code", "source": ANSWER.decode(), "metadata": {}}]}
                ).encode()
            },
            20,
            "",
        ),
        ({"mine.zip": zipped(mine=ANSWER)}, 20, ""),
        ({"q2_pointwise.py": ANSWER, "notes.py": b"1 / 0"}, 20, ""),
        ({"mine.py": ANSWER, "picture.png": b"", "test_visible.py": b"", ".hidden.py": b""}, 20, ""),
        (
            {"a.py": ANSWER, "b.py": b"x = 1", "c.py": b"x = 2"},
            0,
            "the submission must hold exactly one script or notebook; it holds a.py, b.py, c.py",
        ),
        ({"a.py": b"x = 1", "b.py": ANSWER}, 20, "Both are graded, and the better one counts: b.py."),
        ({"notes.md": b""}, 0, "the submission must hold exactly one script or notebook; it holds none"),
        ({}, 0, "the submission must hold exactly one script or notebook; it holds none"),
        ({"mine.py": b"\xff"}, 0, "the script is not UTF-8 text"),
    ],
    ids=[
        "script",
        "notebook",
        "zip",
        "the assignment's name counts",
        "beside other files",
        "three",
        "two",
        "none",
        "empty",
        "unreadable",
    ],
)
def test_the_submission_in_a_folder_is_graded(
    lay: Lay, files: dict[str, bytes], points: float, said: str
) -> None:
    """A script, a notebook or a zip is graded under any name.

    If several files could be meant, the student reads that.
    """
    folder = lay(files)
    main(folder)

    assert results(folder)["score"] == points
    assert said in results(folder)["output"]
    assert len(results(folder)["tests"]) == len(find_assignment(EXERCISE.name, SOLUTIONS).checks)


def test_a_link_to_the_answer_is_no_submission(lay: Lay) -> None:
    """A link that leads out of the folder is not followed."""
    folder = lay({})
    (folder / "submission" / "mine.py").symlink_to(
        folder / "source/tests/exercises/q2_pointwise/q2_pointwise.py"
    )
    main(folder)

    assert results(folder)["score"] == 0


def test_secrets_and_results_are_closed_and_the_isolation_is_said_to_instructors(
    lay: Lay, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only root can enter the folders. Stdout, which only instructors see, ends with the isolation."""
    folder = lay({"mine.py": WRONG})
    main(folder)

    assert {oct((folder / name).stat().st_mode)[-3:] for name in ("source", "results")} == {"700"}
    assert re.search(
        r"\ntotal +[\d.]+ of 20\nisolation: level [AB] \(.*seccomp\)\n$", capsys.readouterr().out
    )
    assert results(folder)["stdout_visibility"] == "hidden"


@pytest.mark.parametrize(
    "hidden", everyday(["visible"], ["after_published", "hidden", "visible", "after_due_date"])
)
def test_hidden_checks_show_when_the_zip_says(lay: Lay, hidden: str) -> None:
    """`build` sets the visibility of hidden checks.

    Visible checks are always visible. No text gets longer.
    """
    folder = lay({"mine.py": WRONG}, hidden=hidden)
    main(folder)
    checks = find_assignment(EXERCISE.name, SOLUTIONS).checks

    assert [test["visibility"] for test in results(folder)["tests"]] == [
        hidden if check.hidden else "visible" for check in checks
    ]
    shown = zip(results(folder)["tests"], checks, strict=True)
    assert {test["output"].partition("\n")[0] for test, check in shown if check.hidden} == {
        "", "Your code does not do this yet for the inputs of this check.",
    }  # fmt: skip


def test_results_are_valid_at_any_moment(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a zero before anything is read.

    Then there are the finished checks, and a sentence that more would follow.
    """
    folder = lay({"mine.py": ANSWER})
    seen: list[dict[str, Any]] = []
    add, read_folder = Draft.add, container.read_folder
    monkeypatch.setattr(container, "SECONDS_BETWEEN_DRAFTS", -1)
    monkeypatch.setattr(Draft, "add", lambda draft, one: (add(draft, one), seen.append(results(folder))))
    monkeypatch.setattr(
        container, "read_folder", lambda *words: seen.append(results(folder)) or read_folder(*words)
    )
    main(folder)

    many = len(find_assignment(EXERCISE.name, SOLUTIONS).checks)
    assert [len(draft["tests"]) for draft in seen] == list(range(many + 1))
    assert [draft["score"] for draft in seen] == sorted(draft["score"] for draft in seen)
    assert (seen[0]["score"], seen[-1]["score"]) == (0, 20)
    assert all("was stopped before all checks had run" in draft["output"] for draft in seen)
    assert results(folder)["output"] == ""
    assert [file.name for file in (folder / "results").iterdir()] == ["results.json"]


def test_drafts_are_not_written_more_often_than_they_help(tmp_path: Path) -> None:
    """A hundred quick checks write a few drafts, not a hundred."""
    draft = Draft(tmp_path / "results.json")
    check = find_assignment(EXERCISE.name, SOLUTIONS).checks[0]
    for _ in range(100):
        draft.add(check.passed)

    assert not draft.file.exists()
    draft.write()
    assert len(json.loads(draft.file.read_text())["tests"]) == 100


def test_where_nothing_isolates_there_are_no_results(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """Our failure is an alarm with its reason, and not a zero."""

    def refuse(*_words: object, **_keywords: object) -> None:
        raise SandboxError("no seccomp")

    folder = lay({"mine.py": ANSWER})
    monkeypatch.setattr("autograder.otter.packed.open_sandbox", refuse)
    with pytest.raises(SystemExit, match="There is no grade, through no fault of the student's: no seccomp"):
        main(folder)
    assert list((folder / "results").iterdir()) == []


def test_a_broken_check_gives_no_results(lay: Lay) -> None:
    """The error names the check and shows nothing of its code."""
    folder = lay({"mine.py": ANSWER})
    hidden = folder / "source/tests/exercises/q2_pointwise/test_hidden.py"
    hidden.write_text(
        hidden.read_text()
        + "\n\n@points(1, rung='costs')\ndef test_new(student):\n    '''A new one.'''\n    1 / 0\n"
    )
    with pytest.raises(SystemExit, match=r"q2_pointwise: a check is broken; .* A new one\.$"):
        main(folder)
    assert list((folder / "results").iterdir()) == []


def test_a_fault_of_ours_gives_no_results(lay: Lay) -> None:
    """A damaged zip raises its own error, and leaves nothing that could be read as a grade."""
    folder = lay({"mine.py": ANSWER})
    (folder / "source" / "otter_config.json").write_text("{}")
    with pytest.raises(KeyError):
        main(folder)
    assert list((folder / "results").iterdir()) == []


def test_results_that_can_not_be_written_whole_are_not_left_in_part(
    lay: Lay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure after the grading, such as a full disk, leaves no draft that could be read as a grade."""

    def full(*_words: object) -> bytes:
        raise OSError(28, "No space left on device")

    folder = lay({"mine.py": ANSWER})
    (folder / "results" / "results.pkl").touch()
    monkeypatch.setattr(container, "otter_results", full)
    with pytest.raises(OSError, match="No space left"):
        main(folder)
    assert not (folder / "results" / "results.json").exists()


def test_otter_makes_genuine_results_without_being_in_the_image(lay: Lay) -> None:
    """The file of `otter grade` un-pickles to otter's own GradingResults, with our points and texts."""
    from otter.test_files import GradingResults

    folder = lay({"mine.py": WRONG})
    (folder / "results" / "results.pkl").touch()
    main(folder)
    with (folder / "results" / "results.pkl").open("rb") as file:
        read = dill.load(file)
    (question,) = read.results.values()
    ours = results(folder)

    assert type(read) is GradingResults
    assert (read.total, read.possible) == (ours["score"], 20) and 0 < read.total < 20
    assert [case.passed for case in question.test_case_results] == [
        test["status"] == "passed" for test in ours["tests"]
    ]
    assert [case.test_case.hidden for case in question.test_case_results] == [
        test["visibility"] != "visible" for test in ours["tests"]
    ]
    assert (
        "✗ conv1x1(" in read.summary(public_only=True)
        and "A known mistake gives the same results" in read.summary()
    )


def test_a_pickle_holds_text_of_any_kind() -> None:
    """Long messages, Persian and quotes come through the pickle unchanged."""
    assignment = find_assignment(EXERCISE.name, SOLUTIONS)
    message = "سلام \"'\\ \n" * 2_000
    found = tuple(check.result(Verdict.FAILED, message) for check in assignment.checks if not check.hidden)
    read = dill.loads(otter_results(Report("a", "a.py", assignment.name, found), assignment))
    assert all(message in case.message for case in read.results[EXERCISE.name].test_case_results)


def test_the_scripts_of_the_image_are_whole() -> None:
    """The shell reads both without complaint, and each ends at the first error."""
    image = Path(container.__file__).parent / "image"
    for name in ("setup.sh", "run_autograder"):
        assert os.spawnvp(os.P_WAIT, "bash", ["bash", "-n", str(image / name)]) == 0
    assert "set -euo pipefail" in (image / "setup.sh").read_text()
    assert shutil.which("bash")
