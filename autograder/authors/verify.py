"""`autograder verify`: the author's gate. It runs every file of an exercise and lists the problems found.

The solution, variants and mistakes are our own code. They run in this very process, through functions of the
grader.
"""

from __future__ import annotations

import doctest
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from autograder.authors.notebook import merged_imports, script
from autograder.authors.publish import read_exercise
from autograder.authors.trial import Trial, attempt
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.course import languages_of
from autograder.exercises.layout import statement_names
from autograder.exercises.overlays import Overlay, solution_source, variants
from autograder.grading.catalogue import Catalogue
from autograder.grading.equality import Canonical, equal_replies
from autograder.results import Verdict
from autograder.text import count
from autograder.worker.server import RequestHandler


@dataclass(frozen=True)
class Verification:
    """What was found out about an exercise: the checks that catch each mistake, and the problems to solve."""

    assignment: Assignment
    caught: Mapping[Overlay, frozenset[Check]]
    variants: int
    problems: tuple[str, ...]


def verify(assignment: Assignment) -> Verification:
    """Run everything that one exercise has. Raises AuthorError where one of its files can't even be read."""
    (folder,) = assignment.folders
    catalogue = Catalogue(folder)

    def tried(overlays: Sequence[Overlay]) -> dict[Overlay, Trial]:
        return {one: attempt(assignment, partial(catalogue.new_handler, one), catalogue) for one in overlays}

    mistakes, correct = tried(catalogue.mistakes), tried(variants(folder))
    solution = attempt(assignment, catalogue.new_handler, catalogue)
    caught = {mistake: trial.caught_by for mistake, trial in mistakes.items()}
    problems = [*stub_problems(assignment, folder, catalogue), *loss_problems("the solution", solution)]
    for variant, trial in correct.items():
        problems += loss_problems(f"variants/{variant.name}", trial)
    for mistake, trial in mistakes.items():
        problems += mistake_problems(mistake, trial)
    problems += [
        *twin_problems(mistakes, catalogue.canonical),
        *undeclared_problems(mistakes),
        *idle_problems(assignment, caught),
        *statement_problems(folder),
    ]
    return Verification(assignment, caught, len(correct), tuple(problems))


def stub_problems(assignment: Assignment, folder: Path, catalogue: Catalogue) -> Iterator[str]:
    """Find checks in which an untouched stub counts as attempted."""
    public = read_exercise(folder)
    names: dict[str, Any] = {}
    exec(script(public.stub.docstring, merged_imports(public.stub.imports), public.parts()), names)
    trial = attempt(assignment, lambda: RequestHandler(dict(names)), catalogue)
    for check, result in trial.results.items():
        if result.verdict is not Verdict.NOT_ATTEMPTED:
            found = f"the stub is {result.verdict.value} in {check.name}"
            yield f"{found}; an untouched stub is not attempted in every check"


def loss_problems(what: str, trial: Trial) -> Iterator[str]:
    """Find checks in which right code loses points."""
    for check, result in trial.results.items():
        if check in trial.caught_by:
            yield f"{what} fails {check.name}: {result.message.splitlines()[-1]}"


def mistake_problems(mistake: Overlay, trial: Trial) -> Iterator[str]:
    """Find out whether a mistake loses points on its own rung, and on no other that it doesn't name."""
    lost, file = trial.lost_points(), f"mistakes/{mistake.name}"
    if mistake.rung not in lost:
        remedy = "give that rung a check that catches it"
        yield f"{file} survives: it keeps all points of {mistake.rung!r}; {remedy}"
    for rung in lost:
        if rung not in (mistake.rung, *mistake.also):
            remedy = "mend the check that charges it twice, or name the rung in ALSO"
            yield f"{file} also loses points on {rung!r}; {remedy}"
    for check, result in trial.results.items():
        if result.verdict is Verdict.BROKEN:
            yield f"{check.name} is broken by {file}: {result.message.splitlines()[-1]}"


def twin_problems(trials: Mapping[Overlay, Trial], canonical: Canonical = str) -> Iterator[str]:
    """Find mistakes that no request of any check tells apart: a diagnosis could name neither."""
    for one, other in combinations(trials, 2):
        declared = (
            one.same_as == other.name
            or other.same_as == one.name
            or (one.same_as and one.same_as == other.same_as)
        )
        if not declared and _same_replies(trials[one], trials[other], canonical):
            twins = f"mistakes/{one.name} and mistakes/{other.name}"
            yield f"{twins} reply the same in every check; declare one SAME_AS the other, or drop it"


def _same_replies(one: Trial, other: Trial, canonical: Canonical) -> bool:
    if one.caught_by != other.caught_by:
        return False
    pairs = [(mine.exchanges, theirs.exchanges) for mine, theirs in zip(one.runs, other.runs, strict=True)]
    return all(
        len(mine) == len(theirs)
        and all(equal_replies(a.reply, b.reply, canonical) for a, b in zip(mine, theirs, strict=True))
        for mine, theirs in pairs
    )


def undeclared_problems(mistakes: Collection[Overlay]) -> Iterator[str]:
    """Find mistakes that are declared to be the same as one that isn't there."""
    names = {mistake.name for mistake in mistakes}
    for mistake in mistakes:
        if mistake.same_as and mistake.same_as not in names:
            yield f"mistakes/{mistake.name} is SAME_AS {mistake.same_as}, which is not there"


def idle_problems(assignment: Assignment, caught: Mapping[Overlay, frozenset[Check]]) -> Iterator[str]:
    """Find checks that could be removed: others of their kind catch all that they catch on their rung."""
    for check in assignment.checks:
        needed = bool(only_caught_by(check, assignment, caught))
        if not needed and not check.for_reading:
            remedy = "write the mistake that only it catches, or declare it for_reading"
            yield f"{check.name} catches nothing on its own; {remedy}"
        if needed and check.for_reading:
            yield f"{check.name} is declared for_reading, but it alone catches a mistake; take that away"
    if not any(all(check.hidden for check in checks) for checks in caught.values()):
        yield "the visible checks catch every mistake; hidden ones must have something of their own to find"


def only_caught_by(
    check: Check, assignment: Assignment, caught: Mapping[Overlay, frozenset[Check]]
) -> list[str]:
    """Return the mistakes that no other check of the same rung and kind catches.

    Kinds are: visible, hidden with fixed inputs, hidden with random inputs. One can't replace another:
    students can copy visible inputs, and pass on fixed ones from year to year.
    """
    kind = [
        one
        for one in assignment.checks
        if (one.rung, one.hidden, one.random) == (check.rung, check.hidden, check.random)
    ]
    return [mistake.name for mistake, checks in caught.items() if checks.intersection(kind) == {check}]


def statement_problems(folder: Path) -> Iterator[str]:
    """Run the examples of the statements, in every language, with the solution."""
    for name in statement_names(languages_of(folder.parent)):
        names: dict[str, Any] = {"np": np}
        exec(solution_source(folder), names)
        text = (folder / name).read_text(encoding="utf-8")
        code = "\n\n".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL))
        test = doctest.DocTestParser().get_doctest(code, names, name, name, 0)
        if not test.examples:
            yield f"{name} has no example; show one as a ```python block with >>>"
        failures = list[str]()
        doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=failures.append)
        for failure in failures:
            yield f"{name}: an example is not true of the solution: {' '.join(failure.split())}"


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
    return "\n".join([f"{name}: {sizes}", "", *_mistake_rows(verification), "", *_check_rows(verification)])


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
