"""What a learning platform says in the name of a downloaded file."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.submissions.submission import Person


@dataclass(frozen=True)
class Identified:
    """What a platform's name for a file says: whose it is, which of two is later, and how the student called it."""

    key: str
    person: Person
    order: int
    own: str
