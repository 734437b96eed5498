"""ILIAS: "Download All Submissions" of an exercise's assignment.

A download has folders `<last name>_<first name>_<login>_<user>/`, those of teams in `Team <number>/`. They
are often in a folder `Submissions` in one that is named as the assignment. A file that is sent again comes
as `<file> (2)`, and a late one begins with `Late Submission - `. Marks are typed in, or come back in a
spreadsheet of ILIAS's own; there is no CSV to import.
Source: ILIAS-eLearning/ILIAS on GitHub, Modules/Exercise/classes/class.ilExSubmission.php
(downloadAllAssignmentFiles), class.ilExAssignment.php (sendMultiFeedbackStructureFile).
"""

from __future__ import annotations

import re

from autograder.submissions.lms.platform import Identified, Platform
from autograder.submissions.submission import Person
from autograder.text import clean_text

FOLDER = re.compile(r"(?P<last>[^_]+)_(?P<first>[^_]+)_(?P<login>[^\s]+)_(?P<user>\d{1,20})", re.ASCII)
TEAM = re.compile(r"\w+ \d{1,20}")
SENT_AGAIN = re.compile(r" \(\d+\)(?=\.[^.]*$)", re.ASCII)


class Ilias(Platform):
    """ILIAS."""

    name = "ILIAS"
    most_outer_folders = 2

    def identify(self, first: str, *rest: str) -> Identified | None:
        if rest and TEAM.fullmatch(first):
            first, *rest = rest  # type: ignore[assignment]  # the folder of the member who has sent the files
        found = FOLDER.fullmatch(first)
        if not found or not rest:
            return None
        name = clean_text(f"{found['first']} {found['last']}", 120)
        login = clean_text(found["login"], 120)
        person = Person(name, login=login, accounts=((self.name, found["user"]),))
        return Identified(found["user"], person, _version(rest[-1]), SENT_AGAIN.sub("", "/".join(rest)))


def _version(file: str) -> int:
    """Return which upload of a file this is: a second `q1.py` is called `q1 (2).py`."""
    again = SENT_AGAIN.search(file)
    return int(re.sub(r"\D", "", again[0])[:9]) if again else 1
