"""A submission: the code that one student or one group sent, and who they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """Code that runs as one piece: a whole script, or one cell of a notebook. Messages call it `label`."""

    label: str
    source: str

    def __reduce__(self) -> tuple[Callable[[str, bytes], Cell], tuple[str, bytes]]:
        """Pickle the source as bytes. A pickled `str` keeps a copy in UTF-8, and a class has many."""
        return _cell, (self.label, self.source.encode("utf-8", "surrogatepass"))


def _cell(label: str, source: bytes) -> Cell:
    return Cell(label, source.decode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Person:
    """Who sent a submission, as far as a platform or a roster says; what is not known is empty.

    `sid` is the school's own number of a student. `accounts` holds the numbers that learning platforms
    give, as (platform's name, number), in the order of the names.
    """

    name: str = ""
    sid: str = ""
    email: str = ""
    login: str = ""
    section: str = ""
    accounts: tuple[tuple[str, str], ...] = ()


def account_on(platform: str, person: Person) -> str:
    """Return a person's number on a platform, empty if it is not known."""
    return dict(person.accounts).get(platform, "")


@dataclass(frozen=True)
class Submission:
    """What one student or one group sent.

    `name` identifies it in every output. If it could not be read, it has a `problem` and no cells.
    `modules` are the other Python files that came with it, which its code may import: their sources by
    dotted path, such as `helper` for `helper.py` and `tools.pad` for `tools/pad.py`. The own file of a
    package, `tools/__init__.py`, is `tools.__init__`. See `submissions/modules.py`.
    `alternatives` are other files of the same student that could be meant. The best one of all counts.
    """

    name: str
    file: str
    cells: tuple[Cell, ...] = ()
    problem: str = ""
    people: tuple[Person, ...] = ()
    modules: Mapping[str, str] = field(default_factory=dict, hash=False)
    upload_number: int = 0
    """The number that a platform gave the upload; on Canvas it is needed to send feedback. 0: not known."""
    alternatives: tuple[Submission, ...] = ()
    note: str = ""
    """What its author should know, such as a module that is not imported."""

    def counted(self, file: str) -> Submission:
        """Return this submission, or the alternative in a file, by the name that its report has."""
        return next((one for one in self.alternatives if one.file == file), self)

    @property
    def code(self) -> tuple[Cell, ...]:
        """All of the code to be read: the cells, then each module under its path."""
        paths = {name: f"{name.replace('.', '/')}.py" for name in self.modules}
        return (*self.cells, *(Cell(paths[name], source) for name, source in self.modules.items()))

    @property
    def content(self) -> bytes:
        """All of the code as bytes. It is not kept, since a class may be large."""
        modules = (part for module in sorted(self.modules.items()) for part in module)
        return "\0".join([*(cell.source for cell in self.cells), *modules]).encode()

    @property
    def packages(self) -> frozenset[str]:
        """SciPy if the code mentions it: a worker with SciPy costs more."""
        mentioned = b"scipy" in self.content or any(one.packages for one in self.alternatives)
        return frozenset({"scipy"} if mentioned else ())

    @property
    def notebook(self) -> bool:
        """Whether the code comes from a notebook, whatever it is called. A script is one cell."""
        return len(self.cells) > 1 or self.file.lower().endswith((".ipynb", ".ipynb.json", ".ipynb.txt"))

    @property
    def module(self) -> str:
        """The `__name__` of the code. A file's own name could hide a module such as `random`."""
        name = "__main__" if self.notebook else "submission"
        return name if name not in self.modules else f"{name}_"
