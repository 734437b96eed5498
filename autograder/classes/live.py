"""The class page while a run is on: OUT/report/live.html, rewritten every few seconds.

It may stand on a projector, so it names nobody unless asked to, and keeps that to its last version. Then its
order says nothing, and it shows no text that a submission could have put its name into.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field

from autograder.analysis.class_figures import class_figures
from autograder.classes.brief import Brief
from autograder.classes.journal import Journal
from autograder.exercises.assignment import Assignment
from autograder.reports.class_page import class_page
from autograder.reports.class_view import ClassView, examples_of
from autograder.reports.folder import LIVE, OutputFolder
from autograder.results import Report

SECONDS = 3.0
"""Between two versions, at the least."""
SHARE = 10
"""Writing takes at most one part in so many of the time."""


@dataclass
class LivePage:
    """The page of a run that has begun. `expected` is the number of submissions of the whole run."""

    folder: OutputFolder
    assignment: Assignment
    expected: int
    names: bool = False
    reports: dict[str, Report] = field(default_factory=dict)
    _brief: Brief = field(default_factory=Brief)
    _next: float = 0

    def add(self, report: Report, journal: Journal) -> None:
        """Count one more report, and write the page if it is time to."""
        self.reports[report.submission] = self._brief(report)
        start = time.monotonic()
        if start >= self._next:
            self.write(journal, self.expected)
            end = time.monotonic()
            self._next = end + max(SECONDS, SHARE * (end - start))

    def write(self, journal: Journal, expected: int = 0) -> None:
        """Write the page. It reloads itself as long as submissions are `expected`."""
        order = sorted(self.reports, key=str if self.names else _shuffled)
        reports = [self.reports[name] for name in order]
        if reports:
            figures = class_figures(reports, self.assignment)
            examples = examples_of(figures, lambda index: journal.report(order[index])) if self.names else {}
            people = journal.people() if self.names else {}
            view = ClassView(reports, self.assignment, figures, people, examples, expected, self.names)
            self.folder.write(LIVE, class_page(view))


def _shuffled(name: str) -> bytes:
    """Return a key that says nothing about the alphabet."""
    return hashlib.sha256(name.encode("utf-8", "replace")).digest()
