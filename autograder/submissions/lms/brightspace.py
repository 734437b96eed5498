"""Brightspace (D2L): "Download" of an assignment's submissions, and "Import Grades".

- A download has folders `<user>-<assignment> - <name> - <time>/`, one for each time that somebody has sent
  files, and beside them an `index.html`. Some versions write files
  `<user>-<assignment> - <name> - <time> - <file>` instead. A time is `Dec 5, 2024 1149 AM` or
  `05 March 2026 612 PM`. Where a school shows it, the student's number stands before the name. Source: the
  tools OfficeCoffee/GradingFileProject and medhatelmasry/UnzipLHub on GitHub.
- An import has the columns OrgDefinedId or Username, `<grade item> Points Grade`, and at the end
  `End-of-Line Indicator`; numbers and the end have a `#` before them. Source: the tool
  christopherphan/brightspace-scripts on GitHub; community.d2l.com, "Import grades".
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
        person = Person(name)
        if numbered := NUMBER.fullmatch(name):
            number = numbered["number"]
            person = Person(numbered["name"], sid=number, accounts=((self.name, number),))
        return Identified(f"{found['id']} - {found['name']}", person, order, found["file"] or "/".join(rest))

    def roster_column(self, header: Sequence[str]) -> str:
        return "orgdefinedid" if "orgdefinedid" in header else ""

    def account(self, cell: str) -> str:
        """Return the number of `#123`."""
        return cell.removeprefix("#")

    def gradebook(self, grades: Sequence[Grade], assignment: str, possible: str) -> list[Row]:
        rows = [
            (f"#{account}", grade.points, "#")
            for grade in grades
            if (account := account_on(self.name, grade.person))
        ]
        return [("OrgDefinedId", f"{assignment} Points Grade", END), *rows] if rows else []


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
