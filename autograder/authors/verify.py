"""`autograder verify`: the author's gate. Every file of an exercise is run, and whatever can't be trusted is a problem in words.

Answers, variants and mistakes are our own code: they are asked in this very process, by the grader's own functions.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from autograder.authors.notebook import merged_imports, script
from autograder.authors.publish import STATEMENTS, read_exercise
from autograder.exercises.assignment import Assignment, Check
from autograder.exercises.overlays import Overlay, solution_source, variants
from autograder.grading.catalogue import Catalogue
from autograder.grading.check_run import CheckRun
from autograder.grading.equality import equal_replies
from autograder.grading.grader import run_checks
from autograder.results import CheckResult, Verdict
from autograder.session.session import InProcessSession
from autograder.text import count
from autograder.worker.server import RequestHandler


@dataclass(frozen=True)
class Trial:
    """What one piece of code gets from all checks of an exercise, and what it was asked and answered."""

    results: Mapping[Check, CheckResult]
    talks: tuple[CheckRun, ...]

    @property
    def caught(self) -> frozenset[Check]:
        return frozenset(
            check for check, result in self.results.items() if result.verdict is not Verdict.PASSED
        )

    def lost(self) -> dict[str, float]:
        """Return the points lost on each rung."""
        rungs = dict.fromkeys(
            (check.rung for check in self.results if check in self.caught and check.points), 0.0
        )
        return {rung: sum(check.points for check in self.caught if check.rung == rung) for rung in rungs}


@dataclass(frozen=True)
class Verification:
    """What is known of an exercise: the mistakes with the checks that catch them, and the problems that its author has to mend."""

    assignment: Assignment
    caught: Mapping[Overlay, frozenset[Check]]
    variants: int
    problems: tuple[str, ...]


def verify(assignment: Assignment) -> Verification:
    """Run everything that one exercise has. Raises AuthorError where a file of it can't even be read."""
    (folder,) = assignment.folders
    catalogue = Catalogue(folder)
    wrong = {
        one: attempt(assignment, partial(catalogue.servant, one), catalogue) for one in catalogue.mistakes
    }
    right = {one: attempt(assignment, partial(catalogue.servant, one), catalogue) for one in variants(folder)}
    caught = {one: trial.caught for one, trial in wrong.items()}
    problems = [
        *stub_problems(assignment, folder, catalogue),
        *answer_problems("the answer", attempt(assignment, catalogue.servant, catalogue)),
        *(
            problem
            for one, trial in right.items()
            for problem in answer_problems(f"variants/{one.name}", trial)
        ),
        *(problem for one, trial in wrong.items() for problem in mistake_problems(one, trial)),
        *twin_problems(wrong),
        *idle_problems(assignment, caught),
        *statement_problems(folder),
    ]
    return Verification(assignment, caught, len(right), tuple(problems))


def attempt(assignment: Assignment, servant: Callable[[], RequestHandler], catalogue: Catalogue) -> Trial:
    """Run all checks, the visible and the hidden ones each with a servant of their own. Some variants are noisy, which nobody sees."""
    results, talks = dict[Check, CheckResult](), list[CheckRun]()
    for hidden in (False, True):
        checks = [check for check in assignment.checks if check.hidden is hidden]
        nowhere = io.StringIO()
        with (
            contextlib.redirect_stdout(nowhere),
            contextlib.redirect_stderr(nowhere),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            session = InProcessSession(servant().namespace)
            talks += run_checks(checks, results, session, {assignment.name: catalogue})
    return Trial(results, tuple(talks))


def stub_problems(assignment: Assignment, folder: Path, catalogue: Catalogue) -> Iterator[str]:
    public = read_exercise(folder)
    names: dict[str, Any] = {}
    exec(script(public.stub.docstring, merged_imports(public.stub.imports), public.parts()), names)
    trial = attempt(assignment, lambda: RequestHandler(dict(names)), catalogue)
    for check, result in trial.results.items():
        if result.verdict is not Verdict.NOT_ATTEMPTED:
            yield f"the stub is {result.verdict.value} in {check.name}; an untouched stub is not attempted in every check"


def answer_problems(what: str, trial: Trial) -> Iterator[str]:
    for check in trial.results:
        if check in trial.caught:
            yield f"{what} fails {check.name}: {trial.results[check].message.splitlines()[-1]}"


def mistake_problems(mistake: Overlay, trial: Trial) -> Iterator[str]:
    lost, here = trial.lost(), f"mistakes/{mistake.name}"
    if mistake.rung not in lost:
        yield f"{here} survives: it keeps all points of {mistake.rung!r}; give that rung a check that catches it"
    for rung in lost:
        if rung not in (mistake.rung, *mistake.also):
            yield f"{here} also loses points on {rung!r}; mend the check that charges it twice, or name the rung in ALSO"
    for check, result in trial.results.items():
        if result.verdict is Verdict.BROKEN:
            yield f"{check.name} is broken by {here}: {result.message.splitlines()[-1]}"


def twin_problems(trials: Mapping[Overlay, Trial]) -> Iterator[str]:
    """Find mistakes that no call of any check tells apart: a diagnosis could name neither."""
    names = {one.name for one in trials}
    for one, other in combinations(trials, 2):
        declared = (
            one.same_as == other.name
            or other.same_as == one.name
            or (one.same_as and one.same_as == other.same_as)
        )
        if (
            not declared
            and trials[one].caught == trials[other].caught
            and _same_answers(trials[one], trials[other])
        ):
            yield f"mistakes/{one.name} and mistakes/{other.name} answer every check alike; declare one SAME_AS the other, or drop it"
    for one in trials:
        if one.same_as and one.same_as not in names:
            yield f"mistakes/{one.name} is SAME_AS {one.same_as}, which is not there"


def _same_answers(one: Trial, other: Trial) -> bool:
    pairs = [(mine.exchanges, theirs.exchanges) for mine, theirs in zip(one.talks, other.talks, strict=True)]
    return all(
        len(mine) == len(theirs)
        and all(equal_replies(a.reply, b.reply) for a, b in zip(mine, theirs, strict=True))
        for mine, theirs in pairs
    )


def idle_problems(assignment: Assignment, caught: Mapping[Overlay, frozenset[Check]]) -> Iterator[str]:
    """Find checks that could be taken away: whatever they catch on their rung, another check of their kind catches too."""
    for check in assignment.checks:
        needed = bool(only_caught_by(check, assignment, caught))
        if not needed and not check.for_reading:
            yield f"{check.name} catches nothing on its own; write the mistake that only it catches, or declare it for_reading"
        if needed and check.for_reading:
            yield f"{check.name} is declared for_reading, but it alone catches a mistake; take that away"
    if not any(all(check.hidden for check in checks) for checks in caught.values()):
        yield "the visible checks catch every mistake; hidden ones must have something of their own to find"


def only_caught_by(
    check: Check, assignment: Assignment, caught: Mapping[Overlay, frozenset[Check]]
) -> list[str]:
    """Return the mistakes that, on the rung, no other check of the same kind catches: visible, hidden, or hidden with random inputs.

    Kinds are apart because one can't stand in for another: visible inputs can be copied, fixed ones passed on from year to year.
    """
    kind = [
        one
        for one in assignment.checks
        if (one.rung, one.hidden, one.random) == (check.rung, check.hidden, check.random)
    ]
    return [mistake.name for mistake, checks in caught.items() if checks.intersection(kind) == {check}]


def statement_problems(folder: Path) -> Iterator[str]:
    """Run the examples of the statements, in every language, with the answer."""
    for name in STATEMENTS:
        names: dict[str, Any] = {"np": np}
        exec(solution_source(folder), names)
        code = "\n\n".join(
            re.findall(r"```python\n(.*?)```", (folder / name).read_text(encoding="utf-8"), flags=re.DOTALL)
        )
        test = doctest.DocTestParser().get_doctest(code, names, name, name, 0)
        if not test.examples:
            yield f"{name} has no example; show one as a ```python block with >>>"
        said = list[str]()
        doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=said.append)
        yield from (f"{name}: an example is not true of the answer: {' '.join(one.split())}" for one in said)


def matrix(verification: Verification) -> str:
    """Return the kill matrix as text: a row a mistake, a column a check; `v` and `h` where a visible or hidden check catches it."""
    checks, caught = verification.assignment.checks, verification.caught
    rungs = list(dict.fromkeys(check.rung for check in checks))
    columns = [[check for check in checks if check.rung == rung] for rung in rungs]
    width = max((len(one.name) for one in caught), default=0)
    many = [
        count(len(caught), "mistake"),
        count(verification.variants, "variant"),
        count(len(checks), "check"),
    ]
    lines = [f"{verification.assignment.name}: {', '.join(many)}", ""]
    lines += [f"  {number} {rung}" for number, rung in enumerate(rungs, 1)]
    lines += [
        "",
        " " * (width + 7)
        + " ".join(f"{number:<{len(group)}}" for number, group in enumerate(columns, 1)).rstrip(),
    ]
    for one in sorted(caught, key=lambda one: (rungs.index(one.rung) if one.rung in rungs else -1, one.name)):
        cells = " ".join(
            "".join(("h" if check.hidden else "v") if check in caught[one] else "·" for check in group)
            for group in columns
        )
        lines.append(
            f"  {one.name:<{width}} {rungs.index(one.rung) + 1 if one.rung in rungs else '?':>2}  {cells}"
        )
    lines += ["", "  catches  alone  check"]
    for check in checks:
        alone = only_caught_by(check, verification.assignment, caught)
        catches = sum(check in those for those in caught.values())
        lines.append(
            f"  {catches:>7}  {len(alone):>5}  {check.name}{' (for reading)' if check.for_reading else ''}"
        )
    return "\n".join(lines)
