"""Nothing secret is among what students get. Knows nothing of how publishing works: it compares texts."""

from __future__ import annotations

import ast
import base64
import binascii
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from tiers import everyday

from autograder.exercises.assignment import HOMEWORK
from autograder.exercises.load import exercise_folders
from autograder.otter.student_zip import student_zip

ROOT = Path(__file__).parents[2]
SOLUTIONS, ASSIGNMENTS = ROOT / "solutions", ROOT / "assignments"
FOLDERS = exercise_folders(SOLUTIONS)
PUBLIC_MODULES = ("layer_tables.py",)  # visible checks import them; they know no solution
LONG_ENOUGH = 12  # characters; `return grad` or `x = 3` are nobody's secret


def squeezed(text: str) -> str:
    return " ".join(text.split())


def public_lines(answer: str) -> Iterator[str]:
    """Yield what a solution shows on purpose: docstrings, signatures, imports, given cells, cell markers."""
    tree, lines = ast.parse(answer), answer.splitlines()
    functions = [
        node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    for node in [tree, *functions]:
        if ast.get_docstring(node):
            yield from lines[node.body[0].lineno - 1 : node.body[0].end_lineno]
    for node in functions:
        yield from lines[node.lineno - 1 : node.body[0].lineno - 1]
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from lines[node.lineno - 1 : node.end_lineno]
    for cell in answer.split("\n# %%")[1:]:
        yield from cell.splitlines() if cell.startswith(' tags=["given"]') else ["%% [markdown]"]


def secret_files(folder: Path) -> list[Path]:
    return [
        file
        for file in sorted(folder.rglob("*"))
        if file.suffix in (".py", ".diff", ".toml") and file.name not in ("test_visible.py", *PUBLIC_MODULES)
    ]


def public_translations(folder: Path) -> Iterator[str]:
    """Yield what visible checks say in further languages, and the names of their rungs."""
    visible = (folder / "test_visible.py").read_text(encoding="utf-8")
    for file in folder.glob("texts.*.toml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            key = line.partition(" = ")[0].strip('"')
            if f"def {key}(" in visible or f'rung="{key}"' in visible or line.startswith(("[", "#")):
                yield line


@cache
def public_text() -> str:
    """All that is public by being written in a statement, a visible check, or a public part of an answer."""
    files = [
        folder / name for folder in FOLDERS for name in ("statement.md", "statement.fa.md", "test_visible.py")
    ]
    files += [file for folder in FOLDERS for file in folder.glob("*.py") if file.name in PUBLIC_MODULES]
    answers = [(folder / f"{folder.name}.py").read_text(encoding="utf-8") for folder in FOLDERS]
    lines = [line for answer in answers for line in public_lines(answer)]
    lines += [line for folder in FOLDERS for line in public_translations(folder)]
    return squeezed("\n".join([*(file.read_text(encoding="utf-8") for file in files), *lines]))


@cache
def secrets(file: Path) -> frozenset[str]:
    """Return the lines of a file that no student may see, without the marks of comments and differences."""
    lines = (squeezed(line.strip().lstrip("#@+-")) for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if len(line) > LONG_ENOUGH and line not in public_text())


def texts(name: str, data: bytes) -> Iterator[str]:
    """Yield every text in a file. Of JSON, yield each string too, with attachments decoded."""
    text = data.decode("utf-8", "replace")
    yield text
    if name.endswith((".ipynb", ".json")):
        yield from strings(json.loads(text))


def strings(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from strings(key)
            yield from strings(value)
    elif isinstance(node, list):
        yield "".join(part for part in node if isinstance(part, str))
        for part in node:
            yield from strings(part)
    elif isinstance(node, str):
        yield node
        try:
            yield base64.b64decode(node, validate=True).decode("utf-8", "replace")
        except (binascii.Error, ValueError):
            return


def leaks(files: Mapping[str, bytes]) -> list[str]:
    """Return `file: secret line` for every line that some file shows."""
    found = []
    everything = {line for folder in FOLDERS for file in secret_files(folder) for line in secrets(file)}
    for name, data in files.items():
        text = "\0".join(squeezed(text) for text in texts(name, data)) + "\0" + squeezed(name)
        found += [f"{name}: {line}" for line in sorted(everything) if line in text]
    return found


def published() -> dict[str, bytes]:
    return {
        file.relative_to(ASSIGNMENTS).as_posix(): file.read_bytes()
        for file in ASSIGNMENTS.rglob("*")
        if file.is_file()
    }


def test_no_secret_is_under_assignments() -> None:
    """No line of a solution, hidden check, mistake or variant occurs in what is committed for students."""
    files = published()

    assert files
    assert leaks(files) == []


@pytest.mark.parametrize("name", everyday([HOMEWORK], [*(folder.name for folder in FOLDERS), HOMEWORK]))
def test_no_secret_is_in_a_student_s_zip(name: str, tmp_path: Path) -> None:
    """What students download shows no secret either. The wheel in it knows nothing of the exercises."""
    with zipfile.ZipFile(student_zip(name, SOLUTIONS, ASSIGNMENTS, tmp_path)) as archive:
        files = {member: archive.read(member) for member in archive.namelist()}
    (wheel,) = (files.pop(member) for member in list(files) if member.endswith(".whl"))

    assert leaks(files) == []
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        package = {member: archive.read(member) for member in archive.namelist()}
    own = {file.read_bytes() for folder in FOLDERS for file in folder.rglob("*") if file.is_file()}
    for member, data in package.items():
        assert data not in own and not any(folder.name in member for folder in FOLDERS)
        assert member.endswith("METADATA") or not any(folder.name.encode() in data for folder in FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_secret_file_has_secrets(folder: Path) -> None:
    """Each secret file differs enough from what is public that the test would see it leak."""
    assert [file.name for file in secret_files(folder) if not secrets(file)] == []


def as_cell(secret: str) -> bytes:
    half = len(secret) // 2
    return json.dumps({"cells": [{"source": ["x\n", secret[:half], secret[half:]]}]}).encode()


PLANTED = {
    "a script": ("q/q.py", lambda secret: f"def f():\n        {secret}\n".encode()),
    "a comment": ("q/statement.md", lambda secret: f"<!-- {secret} -->".encode()),
    "other spaces": ("q/q.py", lambda secret: "\t  ".join(secret.split()).encode()),
    "broken lines": ("q/q.py", lambda secret: "\n    ".join(secret.split()).encode()),
    "a picture": ("q/q.svg", lambda secret: f"<svg><desc>{secret}</desc></svg>".encode()),
    "a cell": ("q/q.ipynb", lambda secret: json.dumps({"cells": [{"source": secret}]}).encode()),
    "pieces of a cell": ("q/q.ipynb", as_cell),
    "an output": (
        "q/q.ipynb",
        lambda secret: json.dumps({"cells": [{"outputs": [{"text": [f"{secret}\n"]}]}]}).encode(),
    ),
    "a notebook's metadata": ("q/q.ipynb", lambda secret: json.dumps({"metadata": {secret: 1}}).encode()),
    "an attachment": (
        "q/q.ipynb",
        lambda secret: json.dumps({"image/svg+xml": base64.b64encode(secret.encode()).decode()}).encode(),
    ),
    "a file that nobody expects": ("q/notes.bin", lambda secret: b"\xff\xfe" + secret.encode()),
    "a file's name": ("q/{secret}.txt", lambda secret: b""),
}


@pytest.mark.parametrize("kind", ["answer", "test_hidden.py", "mistakes", "variants"])
@pytest.mark.parametrize("name, content", PLANTED.values(), ids=PLANTED)
def test_a_planted_leak_is_found(name: str, content, kind: str) -> None:
    """Whichever secret file a line comes from, and wherever it is put, the test fails and names the line."""
    for folder in FOLDERS:
        file = folder / (f"{folder.name}.py" if kind == "answer" else kind)
        chosen = file if file.is_file() else min(file.glob("*.py"))
        secret = max(secrets(chosen), key=len)
        place = name.format(secret=secret)

        assert f"{place}: {secret}" in leaks({place: content(secret)})
