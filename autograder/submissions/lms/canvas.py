"""Canvas.

"Download submissions": files `<sortable name, small letters, no spaces>_[LATE_]<user>_<attachment>_<file>`, by
instructure/canvas-lms, lib/content_zipper.rb. A file that is sent again comes as `<file>-1`, `-2` … Of a group
one member is named.

What a student can name comes after what the platform puts in front, so nobody can pass for somebody else by
the name of a file.
"""

from __future__ import annotations

import re

from autograder.submissions.lms.platform import Identified
from autograder.submissions.submission import Person
from autograder.text import clean_text

# [^_] and not \w: names have marks. A user's own name may imitate numbers, which then follow each other twice: that is not read at all.
CANVAS = re.compile(r"([^\s_./]+)_(?:LATE_)?(\d{1,20})_(\d{1,20})_(?!(?:LATE_)?\d+_\d+_)(.+)", re.ASCII)
AGAIN = re.compile(r"-\d+(?=\.[^.]*$)", re.ASCII)


def canvas(first: str, *rest: str) -> Identified | None:
    found = CANVAS.fullmatch(first)
    if not found or rest or found[1] != found[1].lower():
        return None
    return Identified(
        found[2], Person(clean_text(found[1], 120), canvas=found[2]), int(found[3]), AGAIN.sub("", found[4])
    )
