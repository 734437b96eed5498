"""Moodle.

"Download all submissions": folders `<full name>_<participant>_assignsubmission_file[_]/` or, without folders,
files `<full name>_<participant>_assignsubmission_file_<file>`, by moodle/moodle,
mod/assign/classes/downloader.php. A group is a participant.
"""

from __future__ import annotations

import re

from autograder.submissions.lms.platform import Identified
from autograder.submissions.submission import Person
from autograder.text import clean_text

MOODLE = re.compile(r"([^_]+)_(\d{1,20})_assignsubmission_file(?:_(.*))?", re.ASCII)


def moodle(first: str, *rest: str) -> Identified | None:
    found = MOODLE.fullmatch(first)
    if not found or bool(found[3]) == bool(rest):
        return None
    return Identified(
        found[2], Person(clean_text(found[1], 120), moodle=found[2]), 0, found[3] or "/".join(rest)
    )
