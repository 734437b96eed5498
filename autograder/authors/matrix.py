"""The kill matrix: which checks catch each mistake, and how much each check catches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from autograder.authors.coverage import Coverage, coverage_rows
from autograder.authors.needed import only_caught_by
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.overlays import Overlay
from autograder.text import count


@dataclass(frozen=True)
class Verification:
    """What was found out about an exercise: the checks that catch each mistake, and the problems to solve."""

    assignment: Assignment
    caught: Mapping[Overlay, frozenset[Check]]
    variants: int
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """What is no problem, and worth knowing."""
    covered: Mapping[str, Coverage] = field(default_factory=dict)
    """What the checks ask of each function that has traits."""


def matrix(verification: Verification) -> str:
    """Return the kill matrix as text: which checks catch each mistake, and how much each check catches."""
    sizes = ", ".join(
        [
            count(len(verification.caught), "mistake"),
            count(verification.variants, "variant"),
            count(len(verification.assignment.checks), "check"),
        ]
    )
    name = verification.assignment.name
    inputs = list(coverage_rows(verification.covered))
    rows = [*_mistake_rows(verification), "", *_check_rows(verification), *([""] if inputs else []), *inputs]
    return "\n".join([f"{name}: {sizes}", "", *rows])


def _mistake_rows(verification: Verification) -> Iterator[str]:
    """Yield the rungs, then a row a mistake: `v` or `h` for each visible or hidden check that catches it."""
    checks, caught = verification.assignment.checks, verification.caught
    rungs = list(dict.fromkeys(check.rung for check in checks))
    numbers = {rung: number for number, rung in enumerate(rungs, 1)}
    groups = [[check for check in checks if check.rung == rung] for rung in rungs]
    width = max((len(mistake.name) for mistake in caught), default=0)
    yield from (f"  {number} {rung}" for rung, number in numbers.items())
    yield ""
    heads = [f"{number:<{len(group)}}" for number, group in enumerate(groups, 1)]
    yield " " * (width + 7) + " ".join(heads).rstrip()
    for mistake in sorted(caught, key=lambda one: (numbers.get(one.rung, 0), one.name)):
        marks = [
            "".join(("h" if check.hidden else "v") if check in caught[mistake] else "·" for check in group)
            for group in groups
        ]
        yield f"  {mistake.name:<{width}} {numbers.get(mistake.rung, '?'):>2}  {' '.join(marks)}"


def _check_rows(verification: Verification) -> Iterator[str]:
    """Yield a row for each check: how many mistakes it catches, and how many of them it alone of its kind."""
    yield "  catches  alone  check"
    for check in verification.assignment.checks:
        alone = only_caught_by(check, verification.assignment, verification.caught)
        catches = sum(check in checks for checks in verification.caught.values())
        note = " (for reading)" if check.for_reading else ""
        yield f"  {catches:>7}  {len(alone):>5}  {check.name}{note}"
