"""A submission: the code that one student, or a group, sent, and who they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A piece of code that runs as one: a whole script, or one code cell. `label` is how messages call it."""

    label: str
    source: str

    def __reduce__(self) -> tuple[Callable[[str, bytes], Cell], tuple[str, bytes]]:
        """Travel to a grader as bytes: a text that is pickled keeps its UTF-8 from then on, and a class has many."""
        return _cell, (self.label, self.source.encode("utf-8", "surrogatepass"))


def _cell(label: str, source: bytes) -> Cell:
    return Cell(label, source.decode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Person:
    """Who sent a submission, as far as a platform or a roster says; `sid` is the school's own number, `canvas` and `moodle` are theirs."""

    name: str = ""
    sid: str = ""
    email: str = ""
    login: str = ""
    section: str = ""
    canvas: str = ""
    moodle: str = ""


@dataclass(frozen=True)
class Submission:
    """What one student, or a group, sent. `name` identifies it in every output; a `problem` says why there are no cells."""

    name: str
    file: str
    cells: tuple[Cell, ...] = ()
    problem: str = ""
    people: tuple[Person, ...] = ()

    @property
    def content(self) -> bytes:
        """All of the code, which stands for the submission wherever two are told apart. Not kept: a class may be large."""
        return "\0".join(cell.source for cell in self.cells).encode()

    @property
    def scipy(self) -> bool:
        """Whether the code has the word, and so needs a worker with SciPy, which costs more."""
        return b"scipy" in self.content

    @property
    def notebook(self) -> bool:
        return self.file.lower().endswith(".ipynb")

    @property
    def module(self) -> str:
        """The `__name__` that the code runs under; never the file's own, which could hide a module such as `random`."""
        return "__main__" if self.notebook else "submission"
