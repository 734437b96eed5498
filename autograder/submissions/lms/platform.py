"""What a learning platform must tell about itself: a protocol with defaults, and its records."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from autograder.submissions.submission import Person

Row = tuple[str, ...]


@dataclass(frozen=True)
class Identified:
    """What the path of a downloaded file says.

    Files with the same `key` were sent by the same person or group. If two of them also have the same
    `file_name`, the one with the larger `order` is the later version. A `receipt` is no student's file: the
    platform has written it about an attempt.
    """

    key: str
    person: Person
    order: int
    file_name: str
    receipt: bool = False


@dataclass(frozen=True)
class Grade:
    """One person's points as text, empty if the grade is not final."""

    person: Person
    points: str


class Platform(Protocol):
    """A learning platform: how it names the files of a class, and what its gradebook imports.

    A platform defines `name` and `identify`, and overrides the defaults of the rest where it differs.
    """

    name: str
    metadata: str = ""
    """The file beside the submissions that says who sent them; empty if their paths say it."""
    not_students: tuple[str, ...] = ()
    """First cells of those rows of its own gradebook that are not students."""
    own_files: tuple[str, ...] = ()
    """Files that it puts beside the submissions, such as an index page."""
    folder_marker: str = ""
    """What lies in each of its folders on a disk, where their names alone would be too little to go by."""
    most_outer_folders: int = 1
    """In how many folders of its own an export may lie."""
    whole_attempts: bool = False
    """Whether a later attempt replaces all files of an earlier one, and not only those of the same name."""
    takes_feedback: bool = False
    """Whether it takes a zip with a file of feedback for each student."""
    accounts_are_sids: bool = False
    """Whether its accounts are the school's own numbers of students."""

    @abstractmethod
    def identify(self, first: str, *rest: str) -> Identified | None:
        """Return what the parts of a file's path say, or None if the platform names no file like this.

        Only trust what the platform writes in front of what a student can choose. Otherwise the name of
        a file could make it another student's.
        """

    def people(self, identified: Collection[Identified], metadata: bytes) -> dict[str, tuple[Person, ...]]:
        """Return who sent the files of each key; several people are a group.

        Raises UsageError if the metadata is damaged.
        """
        return {one.key: (one.person,) for one in identified}

    def with_receipt(self, identified: Identified, receipt: bytes) -> Person:
        """Return the person of a receipt, with what its text says."""
        return identified.person

    def roster_column(self, header: Sequence[str]) -> str:
        """Return the column of a roster that holds this platform's accounts, empty if there is none.

        `header` has the names of all columns: words in small letters, separated by single spaces.
        """
        return ""

    def account(self, cell: str) -> str:
        """Return the account in a cell of that column, as `identify` writes it."""
        return cell

    def feedback_file(self, person: Person, number: int) -> str:
        """Return the name of a page of feedback in a zip, by which the platform finds the person.

        Args:
            number: That of the upload, as `Identified.order`; 0 if it is not known.

        Returns:
            An empty text if the platform would not find the person.
        """
        return ""

    def gradebook(self, grades: Sequence[Grade], assignment: str, possible: str) -> list[Row]:
        """Return the table that the platform's gradebook imports; no rows if it would find nobody in it.

        `possible` are the points of the whole assignment.
        """
        return []
