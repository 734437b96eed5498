"""Brightspace (D2L): "Download" of an assignment's submissions, and "Import Grades".

- A download has folders `<user>-<assignment> - <name> - <time>/`, one for each time that somebody has sent
  files, and beside them an `index.html`. Some versions write files
  `<user>-<assignment> - <name> - <time> - <file>` instead. A time is `Dec 5, 2024 1149 AM` or
  `05 March 2026 612 PM`. Where a school shows it, the student's number stands before the name. Source: the
  tools OfficeCoffee/GradingFileProject and medhatelmasry/UnzipLHub on GitHub.
- An import needs the column OrgDefinedId or Username, or both, `<grade item> Points Grade`, and at the end
  `End-of-Line Indicator`. Keys and the end have a `#` before them. A download tells neither key, unless the
  school shows the number. So they come from a roster, where OrgDefinedId may also be a column of the school's
  numbers. Sources: community.d2l.com, "Importing grades"; kb.wisc.edu, document 4330; the tool
  christopherphan/brightspace-scripts on GitHub.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from autograder.submissions.lms.platform import Grade, Identified, Platform, Row
from autograder.submissions.submission import Person, account_on
from autograder.text import clean_text

FIRST_PART = re.compile(
    r"(?P<id>\d{1,20}-\d{1,20}) - (?P<name>.+?) - "
    r"(?P<date>[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})"
    r" (?P<time>\d{1,2}:?\d\d) ?(?P<half>[AP]M)"
    r"(?: - (?P<file>.+))?",
    re.ASCII,
)
NUMBER = re.compile(r"(?P<number>\d{4,20}) (?P<name>.+)", re.ASCII)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
END = "End-of-Line Indicator"
DOWNLOAD = "Brightspace download"
"""The kind of account that the folders of a download tell: a number that no import takes."""


class Brightspace(Platform):
    """D2L Brightspace."""

    name = "Brightspace"
    own_files = ("index.html",)
    whole_attempts = True
    accounts_are_sids = True

    def identify(self, first: str, *rest: str) -> Identified | None:
        found = FIRST_PART.fullmatch(first)
        if not found or bool(found["file"]) == bool(rest):
            return None
        order = _minutes(found["date"], found["time"], found["half"])
        if order is None:
            return None
        name = clean_text(found["name"], 120)
        folder = (DOWNLOAD, found["id"].partition("-")[0])
        person = Person(name, accounts=(folder,))
        if numbered := NUMBER.fullmatch(name):
            number = numbered["number"]
            person = Person(numbered["name"], sid=number, accounts=((self.name, number), folder))
        return Identified(f"{found['id']} - {found['name']}", person, order, found["file"] or "/".join(rest))

    def roster_column(self, header: Sequence[str]) -> str:
        return "orgdefinedid" if "orgdefinedid" in header else ""

    def account(self, cell: str) -> str:
        """Return the number of `#123`."""
        return cell.removeprefix("#")

    def gradebook(self, grades: Sequence[Grade], assignment: str, possible: str) -> list[Row]:
        """Return an import with the keys that are known; both columns where somebody has only a username."""
        keys = [(self._number(grade.person), self._username(grade.person)) for grade in grades]
        both = any(username and not number for number, username in keys)
        rows = [
            (number, username, grade.points, "#") if both else (number, grade.points, "#")
            for (number, username), grade in zip(keys, grades, strict=True)
            if number or username
        ]
        columns = ("OrgDefinedId", "Username") if both else ("OrgDefinedId",)
        return [(*columns, f"{assignment} Points Grade", END), *rows] if rows else []

    def _number(self, person: Person) -> str:
        number = account_on(self.name, person) or (person.sid if account_on(DOWNLOAD, person) else "")
        return f"#{number}" if number else ""

    def _username(self, person: Person) -> str:
        known = account_on(self.name, person) or account_on(DOWNLOAD, person)
        return f"#{person.login}" if known and person.login else ""


def _minutes(date: str, time: str, half: str) -> int | None:
    """Return when files were sent as a number, None if there is no such time."""
    words = date.replace(",", "").split()
    month = next(word for word in words if word.isalpha())[:3].lower()
    day, year = (int(word) for word in words if word.isdigit())
    digits = time.replace(":", "")
    hour = int(digits[:-2]) % 12 + 12 * (half == "PM")
    try:
        sent = datetime(year, MONTHS.index(month) + 1, day, hour, int(digits[-2:]))
    except ValueError:
        return None
    return sent.toordinal() * 1440 + sent.hour * 60 + sent.minute
