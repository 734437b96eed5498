"""How learning platforms name the files of a class when all submissions are downloaded at once.

- **Gradescope**, "Export submissions": folders `submission_<id>/`, and beside them a file that says whose they are: see `gradescope.py`.
- **Canvas**, "Download submissions": files `<sortable name, small letters, no spaces>_[LATE_]<user>_<attachment>_<file>`, by
  instructure/canvas-lms, lib/content_zipper.rb. A file that is sent again comes as `<file>-1`, `-2` … Of a group one member is named.
- **Moodle**, "Download all submissions": folders `<full name>_<participant>_assignsubmission_file[_]/` or, without folders, files
  `<full name>_<participant>_assignsubmission_file_<file>`, by moodle/moodle, mod/assign/classes/downloader.php. A group is a participant.

What a student can name comes after what the platform puts in front, so nobody can pass for somebody else by the name of a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from autograder.submission import Person, clean_text

FOLDER = re.compile(r"submission_(\d{1,20})", re.ASCII)
# [^_] and not \w: names have marks. A user's own name may imitate numbers, which then follow each other twice: that is not read at all.
CANVAS = re.compile(r"([^\s_./]+)_(?:LATE_)?(\d{1,20})_(\d{1,20})_(?!(?:LATE_)?\d+_\d+_)(.+)", re.ASCII)
MOODLE = re.compile(r"([^_]+)_(\d{1,20})_assignsubmission_file(?:_(.*))?", re.ASCII)
AGAIN = re.compile(r"-\d+(?=\.[^.]*$)", re.ASCII)


@dataclass(frozen=True)
class Named:
    """What a platform's name for a file says: whose it is, which of two is later, and how the student called it."""

    key: str
    person: Person
    order: int
    own: str


def gradescope(first: str, *rest: str) -> Named | None:
    found = FOLDER.fullmatch(first)
    return Named(first, Person(), int(found[1]), "/".join(rest)) if found else None


def canvas(first: str, *rest: str) -> Named | None:
    found = CANVAS.fullmatch(first)
    if not found or rest or found[1] != found[1].lower():
        return None
    return Named(found[2], Person(clean_text(found[1], 120), canvas=found[2]), int(found[3]), AGAIN.sub("", found[4]))


def moodle(first: str, *rest: str) -> Named | None:
    found = MOODLE.fullmatch(first)
    if not found or bool(found[3]) == bool(rest):
        return None
    return Named(found[2], Person(clean_text(found[1], 120), moodle=found[2]), 0, found[3] or "/".join(rest))
