"""Grades for import into the gradebooks of learning platforms, for people whom a platform can find.

What a platform imports is in its file in `submissions/lms/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from autograder.exercises.assignment import Assignment
from autograder.reports.csv_text import csv_text
from autograder.reports.final_grades import possible_points
from autograder.reports.folder import OutputFolder
from autograder.results import Report
from autograder.submissions.lms import PLATFORMS
from autograder.submissions.lms.platform import Grade, Platform
from autograder.submissions.submission import Person
from autograder.text import clean_text, number


def write_gradebooks(
    folder: OutputFolder,
    reports: Iterable[Report],
    people: Mapping[str, Sequence[Person]],
    assignment: Assignment,
) -> list[str]:
    """Write a file for each gradebook that would find somebody, remove those of an earlier run.

    `people` has the people of each submission by its name. Returns the names of the files.
    """
    everybody = grades(reports, people)
    written = []
    for platform in PLATFORMS:
        name = f"gradebook-{platform.name.lower()}.csv"
        if text := gradebook(platform, everybody, assignment):
            folder.write(name, text)
            written.append(name)
        else:
            folder.remove(name)
    return written


def grades(reports: Iterable[Report], people: Mapping[str, Sequence[Person]]) -> list[Grade]:
    """Return everybody's points, those of a group for each member; none if a check is broken."""
    found = [
        Grade(person, "" if report.broken else number(report.points))
        for report in reports
        for person in people.get(report.submission, ())
    ]
    return sorted(found, key=lambda one: (one.person.name, one.person.sid, one.person.email))


def gradebook(platform: Platform, everybody: Sequence[Grade], assignment: Assignment) -> str:
    """Return what a platform imports as CSV; nothing if it would find nobody."""
    possible = number(possible_points(assignment)[-1])
    rows = platform.gradebook(everybody, assignment.name, possible)
    return csv_text([], (map(clean_text, row) for row in rows))
