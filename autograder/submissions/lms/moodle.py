"""Moodle: "Download all submissions" of an assignment, and "Upload grading worksheet".

- A download has folders `<full name>_<participant>_assignsubmission_file[_]/` or, without folders, files
  `<full name>_<participant>_assignsubmission_file_<file>`. A group is one participant.
  Source: moodle/moodle, mod/assign/classes/downloader.php.
- A worksheet has the columns Identifier ("Participant 123"), Grade, Last modified (grade). A grade that is in
  Moodle already stays, unless one ticks otherwise. The gradebook's import of CSV takes the same file, by
  email address or ID number. Source: mod/assign/feedback/offline/importgradeslib.php, grade/import/csv.
- "Upload multiple feedback files in a zip" takes the names of a download without folders. An underscore in a
  name would move the number of the participant. Source: mod/assign/feedback/file/importziplib.php.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.submissions.lms.platform import Grade, Identified, Platform, Row
from autograder.submissions.submission import Person, account_on
from autograder.text import clean_text

FIRST_PART = re.compile(
    r"(?P<name>[^_]+)_(?P<participant>\d{1,20})_assignsubmission_file(?:_(?P<file>.*))?", re.ASCII
)
HEADER = (
    "Identifier",
    "Full name",
    "ID number",
    "Email address",
    "Grade",
    "Maximum Grade",
    "Last modified (grade)",
)


class Moodle(Platform):
    """Moodle."""

    name = "Moodle"
    takes_feedback = True

    def identify(self, first: str, *rest: str) -> Identified | None:
        found = FIRST_PART.fullmatch(first)
        if not found or bool(found["file"]) == bool(rest):
            return None
        participant = found["participant"]
        person = Person(clean_text(found["name"], 120), accounts=((self.name, participant),))
        return Identified(participant, person, 0, found["file"] or "/".join(rest))

    def roster_column(self, header: Sequence[str]) -> str:
        """GitHub Classroom calls another column so, which holds what a teacher has typed."""
        return "identifier" if "identifier" in header and "github username" not in header else ""

    def account(self, cell: str) -> str:
        """Return the number of "Participant 123"."""
        number = re.search(r"\d+$", cell)
        return number[0] if number else ""

    def feedback_file(self, person: Person, number: int) -> str:
        participant = account_on(self.name, person)
        name = person.name.replace("_", " ").replace("/", " ")
        return f"{name}_{participant}_assignsubmission_file_feedback.html" if participant else ""

    def gradebook(self, grades: Sequence[Grade], assignment: str, possible: str) -> list[Row]:
        rows = [self._row(grade, possible) for grade in grades if self._finds(grade.person)]
        return [HEADER, *rows] if rows else []

    def _finds(self, person: Person) -> bool:
        return bool(account_on(self.name, person) or person.email or person.sid)

    def _row(self, grade: Grade, possible: str) -> Row:
        person = grade.person
        participant = account_on(self.name, person)
        identifier = f"Participant {participant}" if participant else ""
        return (identifier, person.name, person.sid, person.email, grade.points, possible, "")
