"""Names for submissions: each has one of its own, as short as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from autograder.submissions.grouping import Upload
from autograder.submissions.roster import distinguishing, label
from autograder.text import clean_text


def names(uploads: Sequence[Upload]) -> list[str]:
    """Return a name of its own for each upload: the shortest of its candidates that no other upload has."""
    candidates = [_candidates(upload) for upload in uploads]
    often = [Counter(column) for column in zip(*candidates, strict=True)]
    taken: dict[str, None] = {}
    for candidate in candidates:
        unique = (name for name, counts in zip(candidate, often, strict=True) if counts[name] == 1)
        taken[_numbered(next(unique, candidate[-1]), taken)] = None
    return list(taken)


def _numbered(name: str, taken: dict[str, None]) -> str:
    """Return a name, with a number behind it if it is taken."""
    numbered, number = name, 1
    while numbered in taken:
        number += 1
        numbered = f"{name}-{number}"
    return numbered


def _candidates(upload: Upload) -> tuple[str, str, str]:
    """Return how an upload can be called, the shortest first.

    It is called after its people, with what distinguishes them if need be. What is nobody's for
    sure has the name of its folder or file, or its path.
    """
    if upload.people:
        people, apart = (
            clean_text(", ".join(map(text, upload.people)), 80) for text in (label, distinguishing)
        )
        return people, f"{people} ({apart})", f"{people} ({apart})"
    file = upload.files[0]
    return clean_text(upload.name), clean_text(file.path.name), clean_text(file.shown.replace("/", "_"))
