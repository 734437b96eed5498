"""A zip gives the points of `grade`, for every submission of the comparison, without containers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import dill
import pytest
from parity import (
    CHOSEN,
    GRADE_OPTIONS,
    LIMITS,
    SOLUTIONS,
    Scores,
    cases,
    grade_scores,
    results_scores,
    scores,
    submissions,
    table,
)
from tiers import end_to_end

from autograder.otter import container, packed
from autograder.otter.build import build_autograder
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import Sandbox, open_sandbox

PARTS = 4  # so that tests can share them


@pytest.fixture
def started_once(zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a container does before it grades is done once: it starts a zygote and loads the assignment."""

    with open_sandbox(Limits()) as sandbox:
        isolation = sandbox.isolation

    def opened(limits: Limits, packages: frozenset[str]) -> AbstractContextManager[Sandbox]:
        kept = nullcontext(Sandbox(zygote.worker, isolation))
        return open_sandbox(limits, packages=packages) if packages else kept

    read = container.read_packed
    once = cache(lambda source, settings: read(source, json.loads(settings)))
    monkeypatch.setattr(packed, "open_sandbox", opened)
    monkeypatch.setattr(
        container, "read_packed", lambda source, settings: once(source.resolve(), json.dumps(settings))
    )


def place(folder: Path, submission: tuple[str, bytes]) -> Path:
    """Lay out a submission beside the unpacked zip; `otter grade` puts an empty results.pkl there."""
    for name in ("submission", "results"):
        (folder / name).mkdir(parents=True)
    (folder / "source").symlink_to(folder.parent / "source")
    (folder / "submission" / submission[0]).write_bytes(submission[1])
    (folder / "results" / "results.pkl").touch()
    return folder


def pickled_scores(file: Path) -> Scores:
    """Return what `otter grade` reads."""
    return scores(cases(dill.loads(file.read_bytes())))


@pytest.fixture
def unpacked(tmp_path: Path) -> Iterator[Path]:
    """The unpacked zip of the homework, with limits that end loops soon."""
    with ZipFile(build_autograder("homework", SOLUTIONS, tmp_path, {"limits": LIMITS})) as archive:
        archive.extractall(tmp_path / "class" / "source")
    yield tmp_path / "class"


@pytest.mark.usefixtures("started_once")
@pytest.mark.parametrize("part", end_to_end([0], range(PARTS)))
def test_a_zip_gives_the_points_of_grade(unpacked: Path, tmp_path: Path, part: int) -> None:
    """Check by check, in results.json as Gradescope reads it, and in results.pkl as `otter grade` does."""
    sent = dict(list(submissions().items())[part::PARTS])
    flat, out = tmp_path / "flat", tmp_path / "out"
    for folder in (flat, out):
        folder.mkdir()
    pickled = dict[str, Scores]()
    for name, (file, data) in sent.items():
        (flat / f"{name}{Path(file).suffix}").write_bytes(data)
        folder = place(unpacked / name, (file, data))
        container.main(folder)
        (out / f"{name}.json").write_bytes((folder / "results" / "results.json").read_bytes())
        pickled[name] = pickled_scores(folder / "results" / "results.pkl")
    own = grade_scores(flat, tmp_path, *GRADE_OPTIONS)
    text, differences = table({"grade": own, "results.json": results_scores(out), "results.pkl": pickled})

    assert len(own) == len(sent)
    assert differences == [], text


@pytest.mark.e2e
def test_the_chosen_submissions_are_of_every_kind() -> None:
    """Those that go through all four ways: 24 of the hundreds, from each group."""
    names = list(submissions(CHOSEN))

    assert len(names) == 24 and len(submissions()) > 300
    assert {name.partition("-")[0] for name in names} == {
        "answer",
        "stub",
        "no",
        "mistakes",
        "starve",
        "forge",
    }
