"""Mutation testing of the answers: `make mutate`.

cosmic-ray changes a solution in one place at a time, and each such mutant is graded as a submission. One that
keeps every point shows that
the checks look away, or is right too; `solutions/<exercise>/survivors.diff` says why it is right:

    # Where both are equal, either one will do.
    @ least
    - return x if x < y else y
    + return x if x <= y else y

Checks of random inputs are left out: what only one draw catches would be found in some submissions only.
"""

from __future__ import annotations

import ast
import difflib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from autograder.authors.stubs import make_stub
from autograder.exercises.layout import SURVIVORS
from autograder.exercises.load import exercise_folders, find_assignment
from autograder.exercises.overlays import solution_source
from autograder.grading.grader import Grader
from autograder.sandbox.forked import Zygote
from autograder.sandbox.limits import Limits
from autograder.submissions.submission import Cell, Submission

SOLUTIONS = Path(__file__).parents[2] / "solutions"
BLOCK = re.compile(r"(?:# .+\n)+@ ?(?P<place>.*)\n- (?P<old>.+)\n(?P<new>(?:\+ .+\n?)+)")


class Change(NamedTuple):
    """What tells a mutant from the solution: the name defined there, the line before, the line after."""

    place: str
    old: str
    new: str


@dataclass(frozen=True)
class Trial:
    """What became of an exercise's mutants."""

    mutants: int
    survivors: frozenset[Change]
    problems: tuple[str, ...]


def mutants(folder: Path) -> dict[str, Change]:
    """Return the source of every mutant, with its change. What students are given stays as it is."""
    answer, given = solution_source(folder), make_stub(folder / f"{folder.name}.py", "").given_names
    operators = [operator() for operator in map(get_operator, operator_names()) if not operator.arguments()]
    made = (
        takewhile(bool, (mutate_code(answer, operator, number) for number in count()))
        for operator in operators
    )
    changes = {mutant: change(answer, mutant) for of_operator in made for mutant in of_operator}
    return {mutant: one for mutant, one in changes.items() if one.place not in given}


def change(answer: str, mutant: str) -> Change:
    """Return what a mutation has changed, with single spaces."""
    lines = list(difflib.unified_diff(answer.splitlines(), mutant.splitlines(), n=0, lineterm=""))[2:]
    number = int(lines[0].split()[1].split(",")[0])  # of "@@ -7 +7 @@", so it is negative
    node = next(node for node in ast.parse(answer).body if node.lineno <= -number <= (node.end_lineno or 0))
    place = ast.unparse(node.targets[0]) if isinstance(node, ast.Assign) else getattr(node, "name", "")
    old, new = (" ".join(" ".join(line[1:] for line in lines if line[0] == sign).split()) for sign in "-+")
    return Change(place, old, new)


def explained(folder: Path) -> frozenset[Change]:
    """Return the mutants that an exercise explains. Raises ValueError for a malformed block."""
    file = folder / SURVIVORS
    blocks = re.split(r"\n{2,}", file.read_text(encoding="utf-8").strip()) if file.is_file() else []
    found = [BLOCK.fullmatch(block) for block in blocks]
    if None in found:
        wrong = blocks[found.index(None)]
        raise ValueError(
            f"{folder.name}/{SURVIVORS} has a block that is not '# why', '@ name', '- line' and '+ line's:"
            f"\n{wrong}"
        )
    return frozenset(
        Change(one["place"], one["old"], new[2:]) for one in found if one for new in one["new"].splitlines()
    )


def block(why: str, one: Change) -> str:
    return f"# {why}\n@ {one.place}\n- {one.old}\n+ {one.new}"


def trial(folder: Path, zygote: Zygote) -> Trial:
    """Grade every mutant of a solution, and compare the survivors with those that are explained."""
    whole = find_assignment(folder.name, folder.parent)
    assignment = replace(
        whole, folders=(), checks=tuple(check for check in whole.checks if not check.random)
    )  # no folders: no diagnosis
    grader = Grader(assignment, zygote.worker, Limits())
    sources, survivors, problems = mutants(folder), set[Change](), list[str]()
    for source, one in sorted(sources.items()):
        report = grader.grade(Submission("mutant", "mutant.py", (Cell("mutant.py", source),)))
        if report.broken:
            problems.append(block("A check breaks. Mend it.", one))
        elif report.points == report.max_points:
            survivors.add(one)
    known = explained(folder)
    problems += [
        block("It keeps all points. Write the check that catches it, or say why it is right.", one)
        for one in survivors - known
    ]
    problems += [
        block("It is explained, but loses points or is no longer made. Take it out.", one)
        for one in known - survivors
    ]
    return Trial(len(sources), frozenset(survivors), tuple(sorted(problems)))


def survey(solutions: Path) -> Iterator[str]:
    """Yield the problems of every exercise, and print its numbers meanwhile."""
    with Zygote() as zygote:
        for folder in exercise_folders(solutions):
            found = trial(folder, zygote)
            lost = found.mutants - len(found.survivors)
            print(
                f"{folder.name}: {found.mutants} mutants, {lost} lose points, {len(found.survivors)} survive",
                flush=True,
            )
            yield from (f"{folder.name}/{SURVIVORS}:\n{problem}" for problem in found.problems)


if __name__ == "__main__":
    sys.exit("\n\n".join(survey(SOLUTIONS)) or None)
