"""Grades for import into the gradebooks of learning platforms; written where it is known who is who there.

- **Canvas**, "Import" in Gradebook, by instructure/canvas-lms, lib/gradebook_importer.rb: columns Student, ID, SIS User ID, SIS Login ID,
  Section, then assignments; a second line with "Points Possible". A student is found by ID, else by SIS User ID. Canvas asks where a column
  of another name than its assignment's belongs, and changes nothing where a cell is empty.
- **Moodle**, "Upload grading worksheet" of an assignment, by moodle/moodle, mod/assign/feedback/offline/importgradeslib.php: columns
  Identifier ("Participant 123"), Grade, Last modified (grade). A grade that is in Moodle already stays, unless one ticks otherwise.
  The same file suits the gradebook's import of CSV (grade/import/csv), mapped from Email address or ID number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from autograder.exercises.assignment import Assignment
from autograder.reports.final_grades import possible_points, safe_cell
from autograder.reports.folder import OutputFolder
from autograder.results import Report
from autograder.submissions.submission import Person
from autograder.text import clean_text, number

CANVAS_HEADER = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
MOODLE_HEADER = (
    "Identifier",
    "Full name",
    "ID number",
    "Email address",
    "Grade",
    "Maximum Grade",
    "Last modified (grade)",
)
Grades = Sequence[tuple[Person, str]]


def grades(reports: Iterable[Report], people: Mapping[str, Sequence[Person]]) -> Grades:
    """Return everybody's points, of a group each member's; none where a check is broken."""
    graded = [
        (person, "" if report.broken else number(report.points))
        for report in reports
        for person in people.get(report.submission, ())
    ]
    return sorted(graded, key=lambda one: (one[0].name, one[0].sid, one[0].email))


def canvas_gradebook(everybody: Grades, assignment: Assignment) -> str:
    """Return Canvas's import of those whom Canvas can find; nothing where there is nobody."""
    rows = [
        # a name with these words would be taken for the line of possible points
        (one.name.replace("Points Possible", ""), one.canvas, one.sid, one.login, one.section, points)
        for one, points in everybody
        if one.canvas or one.sid
    ]
    possible = ("Points Possible", "", "", "", "", number(possible_points(assignment)[-1]))
    return _table([(*CANVAS_HEADER, assignment.name), possible, *rows]) if rows else ""


def moodle_gradebook(everybody: Grades, assignment: Assignment) -> str:
    """Return Moodle's import of those whom Moodle can find; nothing where there is nobody."""
    possible = number(possible_points(assignment)[-1])
    rows = [
        (
            f"Participant {one.moodle}" if one.moodle else "",
            one.name,
            one.sid,
            one.email,
            points,
            possible,
            "",
        )
        for one, points in everybody
        if one.moodle or one.email or one.sid
    ]
    return _table([MOODLE_HEADER, *rows]) if rows else ""


def _table(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [safe_cell(clean_text(cell)) for cell in row] for row in rows
    )
    return text.getvalue()


def write_gradebooks(
    folder: OutputFolder,
    reports: Iterable[Report],
    people: Mapping[str, Sequence[Person]],
    assignment: Assignment,
) -> list[str]:
    """Write the imports for which identities are known, return their names, and leave none of an earlier run.

    `people` tells by the name of a submission whose it is.
    """
    everybody = grades(reports, people)
    texts = {
        f"gradebook-{name}.csv": make(everybody, assignment)
        for name, make in (("canvas", canvas_gradebook), ("moodle", moodle_gradebook))
    }
    for name, text in texts.items():
        if text:
            folder.write(name, text)
        else:
            (folder.folder / name).unlink(missing_ok=True)
    return [name for name, text in texts.items() if text]
