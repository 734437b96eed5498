"""The student's own modules beside a script or notebook: what has to be handed in with it.

The files are read, not run: an import is found by the beginning of its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePosixPath

from autograder.exercises.load import modules_beside
from autograder.submissions.files import MAX_SOURCE
from autograder.submissions.modules import MAX_MODULES, module_paths, that_fit, written_modules
from autograder.submissions.read import read_submission
from autograder.submissions.remarks import remarks
from autograder.submissions.submission import Submission
from autograder.worker.modules import label_of

IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+([^#\n]+)", re.M)
NAME = re.compile(r"(?:^|,)[ \t]*([^\W\d]\w*)")


def with_modules(submission: Submission, file: Path) -> Submission:
    """Return a submission with the modules beside its file that it imports, and those that they import."""
    written = written_modules(cell.source for cell in submission.cells)
    room = MAX_SOURCE - sum(len(cell.source) for cell in submission.cells)
    modules = that_fit({**imported_modules(submission, file), **written}, room)
    note = f"{submission.note} {remarks(submission.cells, modules)}".strip()
    return replace(submission, modules=modules, note=note)


def files_of(submission: Submission, file: Path) -> tuple[Path, ...]:
    """Return the paths of the files that have to be handed in."""
    beside = (file.parent / label_of(name) for name in submission.modules)
    return (file, *(module for module in beside if module.is_file()))  # others are cells of a notebook


def imported_modules(submission: Submission, file: Path) -> dict[str, str]:
    """Return the sources of the modules beside a file that a submission imports, by dotted path."""
    folder, found = file.parent, dict[str, str]()
    handed_out = {one.stem for one in _handed_out(folder)}
    handed_out |= {file.stem} if file.suffix == ".py" else set()  # a notebook can import the script beside it
    names = list(dict.fromkeys(imported_names(cell.source for cell in submission.cells)))
    for name in names:
        if name not in handed_out:
            everywhere = any("sys.path" in cell.source for cell in submission.cells)
            new = {k: text for k, text in _sources(folder, name, file, everywhere) if k not in found}
            found |= new
            names += [other for other in imported_names(new.values()) if other not in names]
    return found


def imported_names(sources: Iterable[str]) -> Iterator[str]:
    """Yield the first parts of the names of all modules that some code imports."""
    for source in sources:
        for line in IMPORT.findall(source):
            yield from NAME.findall(line)


def _handed_out(folder: Path) -> set[Path]:
    tests = set(folder.glob("test_*.py"))
    return tests | {module for file in tests for module in modules_beside(file)}


def _sources(folder: Path, name: str, file: Path, everywhere: bool) -> Iterator[tuple[str, str]]:
    """Yield dotted paths and sources of a module or package in a folder, or in any folder of that."""
    files = [folder / f"{name}.py", *islice(sorted((folder / name).rglob("*.py")), MAX_MODULES)]
    files += sorted(folder.glob(f"*/{name}.py")) if everywhere else []
    paths = {PurePosixPath(one.relative_to(folder).as_posix()): one for one in files if one.is_file()}
    code = ["sys.path"] if everywhere else []
    for dotted, path in module_paths(PurePosixPath(file.name), paths, code).items():
        read = read_submission("", path.name, paths[path].read_bytes(), "")
        if read.cells:
            yield dotted, read.cells[0].source
