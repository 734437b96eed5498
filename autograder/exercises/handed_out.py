"""What students were handed out, from a published folder or as it is packed into an autograder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from autograder.submissions.files import File
from autograder.submissions.handed_out import HandedOut, code_digest
from autograder.submissions.source import code_cells


def stub_digests(files: Iterable[tuple[str, bytes]]) -> list[str]:
    """Return the digests of a script and a notebook that students fill in, given by name and content."""
    cells = (code_cells(File(PurePosixPath(name), lambda most=0, data=data: data)) for name, data in files)
    return sorted({code_digest(code) for code in cells})


def read_handed_out(assignment: str, folder: Path) -> HandedOut:
    """Return what students have, from the folder as it was published; only the name if it is not there."""
    stubs = [*folder.glob(f"{assignment}.py"), *folder.glob(f"{assignment}*.ipynb")]
    if not stubs:
        return HandedOut(assignment)
    names = frozenset(file.name for file in folder.iterdir() if not file.name.startswith("."))
    scripts = (name for name in names if name.endswith(".py") and not name.startswith("test_"))
    digests = stub_digests((file.name, file.read_bytes()) for file in stubs)
    return HandedOut(assignment, names, frozenset(scripts) - {f"{assignment}.py"}, frozenset(digests))


def packed(handed_out: HandedOut) -> bytes:
    """Return it as a file of an autograder."""
    names = ("files", "modules", "stubs")
    return json.dumps({name: sorted(getattr(handed_out, name)) for name in names}).encode()


def unpacked(assignment: str, data: bytes) -> HandedOut:
    """Return what `packed` has made a file of."""
    return HandedOut(assignment, **{name: frozenset(found) for name, found in json.loads(data).items()})
