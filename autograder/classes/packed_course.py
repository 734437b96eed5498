"""An assignment as it travels to other machines: what grading needs of its exercises, and a digest of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import SandboxError
from autograder.exercises.assignment import Assignment
from autograder.exercises.course import COURSE, course_text, languages_of
from autograder.exercises.layout import grading_files


@dataclass(frozen=True)
class PackedCourse:
    """The files of a course that has one assignment, by their paths, and the digest of all."""

    files: Mapping[str, bytes]
    digest: str

    def unpack(self, folder: Path) -> Path:
        """Write the files into a folder; return it. Raises SandboxError if they are not what was packed."""
        if _digest(self.files) != self.digest:
            raise SandboxError("the course did not arrive as it was sent")
        for path, content in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        return folder


def pack_course(assignment: Assignment) -> PackedCourse:
    """Return an assignment with everything that grading needs. All of it is secret."""
    files = {COURSE: course_text(assignment, languages_of(assignment.folders[0].parent)).encode()}
    for folder in assignment.folders:
        files |= {f"{folder.name}/{path}": content for path, content in grading_files(folder).items()}
    return PackedCourse(files, _digest(files))


def _digest(files: Mapping[str, bytes]) -> str:
    found = hashlib.sha256()
    for path, content in sorted(files.items()):
        found.update(repr((path, len(content))).encode() + content)
    return found.hexdigest()
