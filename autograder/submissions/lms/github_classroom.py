"""GitHub Classroom: `gh classroom clone student-repos`, or other clones of the students' repositories.

There is a folder `<assignment>-<login>/` for each student or team, which is a git repository. A roster that
is downloaded (`classroom_roster.csv`) has the columns identifier, github_username, github_id, name. There is
no gradebook. Source: github/gh-classroom on GitHub, cmd/gh-classroom/clone/student-repos/student-repos.go.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from autograder.submissions.lms.platform import Identified, Platform
from autograder.submissions.submission import Person

FOLDER = re.compile(r"[\w.-]{1,100}-[A-Za-z0-9][A-Za-z0-9-]{0,38}", re.ASCII)


class GitHubClassroom(Platform):
    """GitHub Classroom."""

    name = "GitHub"
    folder_marker = ".git"

    def identify(self, first: str, *rest: str) -> Identified | None:
        if not rest or not FOLDER.fullmatch(first):
            return None
        return Identified(first, Person(first), 0, "/".join(rest))

    def people(self, identified: Collection[Identified], metadata: bytes) -> dict[str, tuple[Person, ...]]:
        """Return whose each repository is: all names begin with the assignment's, and end in a login."""
        keys = sorted({one.key for one in identified})
        words = [key.split("-")[:-1] for key in keys]
        shared = itertools.takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
        assignment = "".join(f"{column[0]}-" for column in shared)
        return {key: (self._person(key.removeprefix(assignment)),) for key in keys}

    def _person(self, login: str) -> Person:
        return Person(login=login, accounts=((self.name, login.casefold()),))

    def roster_column(self, header: Sequence[str]) -> str:
        return next((name for name in header if name in ("github username", "github")), "")

    def account(self, cell: str) -> str:
        """Return a login; GitHub's have no capitals of their own."""
        return PurePosixPath(cell.strip().removeprefix("@")).name.casefold()
