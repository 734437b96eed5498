"""What an instructor is told about files that are not graded, or not surely somebody's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from autograder.submissions.files import KINDS
from autograder.text import clean_text

MAX_NOTES = 10  # lines of a kind
OTHER_KIND = f"not graded, it is no {KINDS} file"
NOT_CHOSEN = "not graded, another file of the same submission is"
BOTH_GRADED = "each of these files could be meant: both are graded, the better one counts"
ONE_STUDENT = "read as one student's submission: its files have the assignment's name and lie in one folder"
A_CLASS = "read as a class: each folder or file in it is one student's"
SECTIONS = "read as a section of the class: each folder or archive in it is one student's"
PERHAPS_A_SECTION = "several of its folders hold a submission; if it is a section, grade its folder by itself"
SUPERSEDED = "not graded, who sent it sent a later one"
UNKNOWN_SENDER = "graded under its own name, the export doesn't tell surely whose it is"
NOT_ON_ROSTER = "graded, but not surely on the roster"

Notes = defaultdict[str, list[str]]
"""What there is to say, by its kind, about which files."""


def note_lines(notes: Notes) -> Iterator[str]:
    """Yield the notes as lines, a bounded number of each kind."""
    for kind, files in notes.items():
        yield from (f"{clean_text(file, 120)}: {kind}" for file in files[:MAX_NOTES])
        if len(files) > MAX_NOTES:
            yield f"… and {len(files) - MAX_NOTES} more: {kind}"
