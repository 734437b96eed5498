"""What a student fills in, as a notebook and as a script: the statement's sections, each followed by the stubs its heading names."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from autograder.exercise import Check
from autograder.stubs import Stub

NAME = re.compile(r"`([A-Za-z_]\w*)(?:\([^`]*\))?`")
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]*)")
PERSIAN = "[این صفحه به فارسی](statement.fa.md)"
OTTER = """\
# Initialize Otter
try:
    import otter

    grader = otter.Notebook("{name}.ipynb")
except ImportError:
    from types import SimpleNamespace

    _hint = "otter is not installed. Save, then run in a terminal: autograder check"
    grader = SimpleNamespace(check=lambda exercise: print(_hint))"""


@dataclass(frozen=True)
class Section:
    """A part of a statement: its text, heading included, and the names that the heading has in backticks."""

    text: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class PublicExercise:
    """The public side of one folder under `solutions/`; of the hidden checks only their number."""

    name: str
    stub: Stub
    statements: dict[str, str]
    sections: tuple[Section, ...]
    pictures: dict[str, bytes]
    visible: bytes
    checks: tuple[Check, ...]
    hidden_checks: int

    def code(self, section: Section) -> list[str]:
        """Return the code cells that belong to a section."""
        return [cell for name in section.names for cell in self.stub.cells.get(name, ())]


def sections(statement: str) -> tuple[Section, ...]:
    """Split a statement at its `## ` headings; what comes before the first, the title included, is the first section."""
    lines, starts, fenced = statement.split("\n"), [0], False
    for number, line in enumerate(lines):
        fenced ^= line.lstrip().startswith("```")
        if line.startswith("## ") and not fenced:
            starts.append(number)
    texts = ["\n".join(lines[start:end]).strip() for start, end in pairwise([*starts, len(lines)])]
    return (Section(texts[0], ()), *(Section(text, tuple(NAME.findall(text.partition("\n")[0]))) for text in texts[1:]))


def script(docstring: str, exercises: list[PublicExercise]) -> str:
    """Return a Python script in percent cells; its headings point to the statement."""
    cells = []
    for exercise in exercises:
        for section in exercise.sections:
            code, heading = exercise.code(section), section.text.partition("\n")[0]
            if code or heading.startswith("# "):
                cells.append(f" [markdown]\n# {heading}" + "\n# statement.md says what to write here." * bool(code))
            cells += [f"\n{cell}" for cell in code]
        cells += [f"\n{cell}" for cell in exercise.stub.rest]
    body = "\n\n\n".join(f"# %%{cell}" for cell in cells)
    return "\n\n".join(filter(None, [docstring, merged_imports(exercises), body])) + "\n"


def notebook(name: str, opening: str, exercises: list[PublicExercise]) -> str:
    """Return a notebook that needs no other file to be read: it carries the statement and its pictures."""
    title, _, text = opening.partition("\n")
    cells = [_markdown(f"{title}\n\n{PERSIAN}\n\n{text.strip()}", exercises[0].pictures), _code(OTTER.format(name=name), "otter_ignore")]
    cells += [_code(imports) for imports in [merged_imports(exercises)] if imports]
    for exercise in exercises:
        for section in exercise.sections:
            cells += [_markdown(section.text, exercise.pictures), *map(_code, exercise.code(section))]
        cells += [*map(_code, exercise.stub.rest), _code(f'grader.check("{exercise.name}")', "otter_ignore")]
    for number, cell in enumerate(cells):
        cell["id"] = hashlib.sha256(f"{number} {cell['source']}".encode()).hexdigest()[:12]
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def merged_imports(exercises: list[PublicExercise]) -> str:
    """Return the imports of all exercises, each once: `__future__`, the standard library, then the rest."""
    groups: dict[int, list[str]] = {0: [], 1: [], 2: []}
    imports = {text for exercise in exercises for text in exercise.stub.imports}
    for text in sorted(imports, key=lambda text: (text.startswith("from"), text)):
        package = re.split(r"[\s.,]+", text)[1]
        groups[0 if package == "__future__" else 1 if package in sys.stdlib_module_names else 2].append(text)
    return "\n\n".join("\n".join(group) for group in groups.values() if group)


def _markdown(text: str, pictures: dict[str, bytes]) -> dict[str, Any]:
    attachments = {name: {"image/svg+xml": base64.b64encode(pictures[name]).decode()} for name in PICTURE.findall(text)}
    for name in attachments:
        text = text.replace(f"]({name}", f"](attachment:{name}")
    cell = {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}
    return cell | ({"attachments": attachments} if attachments else {})


def _code(source: str, *tags: str) -> dict[str, Any]:
    metadata = {"tags": list(tags)} if tags else {}
    return {"cell_type": "code", "execution_count": None, "metadata": metadata, "outputs": [], "source": source.splitlines(keepends=True)}
