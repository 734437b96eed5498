"""Every exercise at once: what stubs, solutions, variants and mistakes earn from the real grader."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from tiers import end_to_end

from autograder.errors import Outcome
from autograder.exercises.assignment import DRAWS, Assignment
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.exercises.overlays import (
    Overlay,
    composed,
    homework_source,
    mistakes,
    solution_source,
    variants,
)
from autograder.grading.catalogue import Catalogue
from autograder.grading.grader import Grader
from autograder.results import Report, Verdict
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.session.session import InProcessSession
from autograder.session.student import Student
from autograder.submissions.read import read_submission

ROOT = Path(__file__).parents[2]
SOLUTIONS, ASSIGNMENTS = ROOT / "solutions", ROOT / "assignments"
FOLDERS = exercise_folders(SOLUTIONS)
OVERLAYS = {
    f"{folder.name}-{overlay.name}": (folder, overlay)
    for folder in FOLDERS
    for overlay in [*variants(folder), *mistakes(folder)]
}
# `verify` runs all mistakes in workers, without their names; one exercise in `make test`, all in `make e2e`.
# Here they are named, too: all variants and a quarter of the mistakes in `make test`, another quarter in
# `make e2e`, the rest in `make nightly`.
TIERS = ((), pytest.mark.e2e, pytest.mark.nightly, pytest.mark.nightly)
MISTAKES = [key for key, (_, overlay) in OVERLAYS.items() if overlay.rung]
KEYS = [pytest.param(key, marks=TIERS[MISTAKES.index(key) % 4 if key in MISTAKES else 0]) for key in OVERLAYS]
LADDER = {
    "q1_convolution": {
        "by hand": 3,
        "output size": 3,
        "zero padding": 4,
        "valid": 6,
        "padding": 5,
        "stride": 6,
        "channels": 6,
        "batch": 4,
        "manners": 3,
    },
    "q2_pointwise": {
        "conv1x1": 8,
        "bottleneck": 3,
        "costs": 6,
        "inception": 3,
    },
    "q3_parameters": {
        "by hand": 3,
        "summary": 8,
        "inverse": 4,
    },
    "q4_kernel_gradient": {
        "by hand": 4,
        "one-hot": 4,
        "general": 7,
        "channels": 4,
        "padding": 3,
        "stride": 3,
    },
}


@cache
def found(assignment: str) -> Assignment:
    return find_assignment(assignment, SOLUTIONS)


@cache
def grader(zygote: Zygote, assignment: str) -> Grader:
    return Grader(found(assignment), zygote.worker, Limits(), probes={})


def graded(zygote: Zygote, assignment: str, source: str | bytes, file: str = "submission.py") -> Report:
    data = source.encode() if isinstance(source, str) else source
    return grader(zygote, assignment).grade(read_submission("submission", file, data, assignment))


def lost(report: Report) -> dict[str, float]:
    """Return the points lost on each rung."""
    missing: dict[str, float] = {}
    for result in report.results:
        if result.points < result.max_points:
            missing[result.rung] = missing.get(result.rung, 0) + result.max_points - result.points
    return missing


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_ladder_is_the_contract_s(folder: Path) -> None:
    """Each rung is worth what the contract says, and has visible and hidden checks."""
    checks = find_assignment(folder.name, SOLUTIONS).checks
    rungs = list(dict.fromkeys(check.rung for check in checks))

    assert {rung: sum(check.points for check in checks if check.rung == rung) for rung in rungs} == LADDER[
        folder.name
    ]
    assert all({check.hidden for check in checks if check.rung == rung} == {True, False} for rung in rungs)


@pytest.mark.parametrize("name", [folder.name for folder in FOLDERS] + ["homework"])
@pytest.mark.parametrize("kind", [".py", ".ipynb"])
def test_an_untouched_stub_earns_nothing(zygote: Zygote, name: str, kind: str) -> None:
    """The published script or notebook, as it is, is NOT_ATTEMPTED in every check."""
    report = graded(zygote, name, (ASSIGNMENTS / name / f"{name}{kind}").read_bytes(), f"{name}{kind}")

    assert not report.problem
    assert {result.verdict for result in report.results} == {Verdict.NOT_ATTEMPTED}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_solution_earns_all(zygote: Zygote, folder: Path) -> None:
    """Every check passes the solution."""
    assert lost(graded(zygote, folder.name, solution_source(folder))) == {}


def test_all_solutions_in_one_file_earn_all(zygote: Zygote) -> None:
    """The homework is the four exercises in one file."""
    assert lost(graded(zygote, "homework", homework_source(FOLDERS))) == {}


@pytest.mark.parametrize("key", KEYS)
def test_variants_earn_all_and_mistakes_lose_on_their_rung(zygote: Zygote, key: str) -> None:
    """A variant keeps every point. A mistake loses on its own rung, and on no other but those it names.

    No failure is blamed on another mistake.
    """
    folder, overlay = OVERLAYS[key]
    report = graded(zygote, folder.name, composed(folder, overlay))
    losses = lost(report)

    assert not report.problem and not report.broken
    assert (
        (overlay.rung in losses and losses.keys() <= {overlay.rung, *overlay.also})
        if overlay.rung
        else losses == {}
    )
    assert {result.mistake for result in report.results} <= {"", overlay.same_as or overlay.name}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_there_are_mistakes_enough(folder: Path) -> None:
    """Every exercise has variants, and mistakes on every rung, with sentence and hint in both languages."""
    found: list[Overlay] = mistakes(folder)

    assert {overlay.rung for overlay in found} == set(LADDER[folder.name])
    assert len(variants(folder)) >= 10
    for overlay in found:
        for texts in (overlay.hints, overlay.sentences):
            assert re.search("[آ-ی]", texts["fa"]) and not re.search("[آ-ی]", texts["en"]), overlay.name


@pytest.mark.parametrize("name", end_to_end(["q3_parameters"], [folder.name for folder in FOLDERS]))
def test_no_mistake_passes_a_random_check_by_luck(name: str) -> None:
    """What a mistake loses does not depend on the draw of random inputs: the same mistake costs the same."""
    catalogue = Catalogue(SOLUTIONS / name)
    random = [check for check in found(name).checks if check.random]
    for mistake in catalogue.mistakes:
        for check in random:
            verdicts = set()
            for draw in range(DRAWS):
                session = InProcessSession(catalogue.new_handler(mistake).namespace)
                try:
                    check.function(**check.arguments(Student(session), draw))
                    verdicts.add("passed")
                except Outcome:
                    verdicts.add("failed")
            assert len(verdicts) == 1, (mistake.name, check.name)
