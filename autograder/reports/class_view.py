"""What the class page shows, and examples of mistakes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

from autograder.exercises.assignment import Assignment, short_name
from autograder.figures import ClassFigures, MistakeFigures
from autograder.i18n import LAYOUT, _
from autograder.results import Counterexample, Report
from autograder.submissions.submission import Person
from autograder.text import clean_text, safe_file_name

IN_THE_LECTURE = 3
MOST_READ = 5
"""So many submissions are looked at for an example of a mistake."""


class Example(NamedTuple):
    """How to show a mistake: its hint, and the smallest input found on a submission that makes it."""

    hint: str
    picture: Counterexample | None


Examples = Mapping[tuple[str, str], Example]
"""Examples of mistakes, by exercise and mistake."""


class Cost(NamedTuple):
    """What a submission cost: CPU seconds, and bytes of memory; 0 if that is not known."""

    seconds: float
    memory: int


@dataclass(frozen=True)
class ClassView:
    """What the class page shows.

    Attributes:
        reports: Sorted by name. Brief reports suffice.
        people: Who sent a submission, by its name, as far as that is known.
        expected: How many submissions there will be, while a run is on; the page then reloads itself.
        costs: What each submission cost; empty if that is not known.
        names: Whether the page may name submissions. Without names it links to none of them.
    """

    reports: Sequence[Report]
    assignment: Assignment
    figures: ClassFigures
    people: Mapping[str, Sequence[Person]] = field(default_factory=dict)
    examples: Examples = field(default_factory=dict)
    expected: int = 0
    names: bool = True
    costs: Sequence[Cost] = ()

    @cached_property
    def exercises(self) -> dict[str, str]:
        """The short names of the exercises."""
        return {exercise: short_name(exercise) for exercise in self.assignment.exercises}

    def name(self, place: int) -> str:
        if not self.names:
            return _("Submission {number}").format(number=place + 1)
        return clean_text(self.reports[place].submission, keep=LAYOUT)

    def link(self, place: int) -> str:
        """Return the address of a submission's page, empty where names are hidden."""
        if not self.names:
            return ""
        return f"submissions/{quote(safe_file_name(self.reports[place].submission))}.html"

    def named(self, indices: Iterable[int]) -> list[tuple[str, str]]:
        """Return names with links."""
        return [(self.name(index), self.link(index)) for index in indices]


def examples_of(figures: ClassFigures, report_at: Callable[[int], Report]) -> Examples:
    """Return examples of the mistakes for the lecture.

    Args:
        report_at: Returns the whole report at a place in the class.
    """
    return {
        (mistake.exercise, mistake.mistake): _example(mistake, map(report_at, mistake.who[:MOST_READ]))
        for mistake in figures.mistakes[:IN_THE_LECTURE]
    }


def _example(mistake: MistakeFigures, reports: Iterable[Report]) -> Example:
    """Return the first example with a picture, or else the last one."""
    example = Example("", None)
    for report in reports:
        own = [
            one
            for one in report.lacking
            if (one.exercise, one.mistake) == (mistake.exercise, mistake.mistake)
        ]
        functions = {one.function for one in own}
        pictures = (one for one in report.counterexamples if one.function in functions)
        example = Example(next((one.hint for one in own if one.hint), ""), next(pictures, None))
        if example.picture:
            break
    return example
