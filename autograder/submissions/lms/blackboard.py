"""Blackboard: "Assignment File Download" of an assignment, and "Upload Grades".

- A download has files `<assignment>_<username>_attempt_<YYYY-MM-DD-hh-mm-ss>_<file>` of all attempts, and
  for each attempt a receipt, `<assignment>_<username>_attempt_<YYYY-MM-DD-hh-mm-ss>.txt`. A receipt begins
  with `Name: <full name> (<username>)`. Sources: the tools kwurst/bb-file-cleanup (BbCleanup.py) and
  krerkkiat/ta-tooling on GitHub, and BBGradebookOrganiser (repos.vangef.net).
- An upload finds a student by the column Username only. A grade column is recognised by the number behind
  its name (`Quiz 1 [Total Pts: 10 Score] |1281892`), as it is in a download of the gradebook; a name without
  such a number makes a new column. Source: help.blackboard.com, "Work offline with grade data".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.submissions.lms.platform import Grade, Identified, Platform, Row
from autograder.submissions.submission import Person, account_on
from autograder.text import clean_text

# What a student can choose comes after the first time, so the text before it may hold no other time.
FILE = re.compile(
    r"(?P<attempts>(?P<assignment>(?:(?!_attempt_\d{4}-).)+)_(?P<username>[^_\s]+))"
    r"_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:(?P<receipt>\.txt)|_(?P<file>.+))",
    re.ASCII,
)
RECEIPT = re.compile(r"\s*Name:\s*(?P<name>.+?)\s*\((?P<username>[^()\s]+)\)\s*")
OWN_GRADEBOOK = {"last name", "first name", "username", "availability"}


class Blackboard(Platform):
    """Blackboard Learn."""

    name = "Blackboard"
    whole_attempts = True

    def identify(self, first: str, *rest: str) -> Identified | None:
        found = FILE.fullmatch(first)
        if not found or rest:
            return None
        order = int(found["time"].replace("-", ""))
        person = self._person("", clean_text(found["username"], 120))
        return Identified(found["attempts"], person, order, found["file"] or first, bool(found["receipt"]))

    def _person(self, name: str, username: str) -> Person:
        return Person(name, login=username, accounts=((self.name, username),))

    def with_receipt(self, identified: Identified, receipt: bytes) -> Person:
        """Return the person with the name in a receipt.

        A username may have `_` in it. So that of the receipt counts, if the names of the files end in it.
        """
        line = receipt.decode("utf-8-sig", "replace").lstrip().partition("\n")[0][:300]
        found = RECEIPT.fullmatch(line)
        if not found or not identified.key.endswith(f"_{found['username']}"):
            return identified.person
        return self._person(clean_text(found["name"], 120), clean_text(found["username"], 120))

    def roster_column(self, header: Sequence[str]) -> str:
        """In Blackboard's own gradebook, Username is Blackboard's; elsewhere it may be another system's."""
        return "username" if OWN_GRADEBOOK <= set(header) else ""

    def gradebook(self, grades: Sequence[Grade], assignment: str, possible: str) -> list[Row]:
        rows = [
            (account, grade.points) for grade in grades if (account := account_on(self.name, grade.person))
        ]
        return [("Username", assignment), *rows] if rows else []
