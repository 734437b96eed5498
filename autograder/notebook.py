"""What a student fills in, as a notebook and as a script: the statement's sections, each followed by the stubs its heading names."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from autograder.stubs import Stub

NAME = re.compile(r"`([A-Za-z_]\w*)(?:\([^`]*\))?`")
PICTURE = re.compile(r"(!\[[^\]]*\]\()([^)\s]+)\)")
PERSIAN = "[این صفحه به فارسی](statement.fa.md)"
OTTER = '''\
# Initialize Otter
try:
    import otter

    grader = otter.Notebook("{name}.ipynb")
except ImportError:
    from types import SimpleNamespace

    grader = SimpleNamespace(check=lambda exercise: print("otter is not installed. Save, then run in a terminal: autograder check"))'''


@dataclass(frozen=True)
class Section:
    """A part of a statement: its text, heading included, and the names that the heading has in backticks."""

    text: str
    names: tuple[str, ...]

    @property
    def heading(self) -> str:
        return self.text.partition("\n")[0]


@dataclass(frozen=True)
class Part:
    """One exercise of a notebook or script."""

    name: str
    stub: Stub
    sections: tuple[Section, ...]
    pictures: dict[str, bytes]


def sections(statement: str) -> tuple[Section, ...]:
    """Split a statement at its `## ` headings; what comes before the first, the title included, is the first section."""
    lines, starts, fenced = statement.splitlines(), [0], False
    for number, line in enumerate(lines):
        fenced ^= line.lstrip().startswith("```")
        if line.startswith("## ") and not fenced:
            starts.append(number)
    texts = ["\n".join(lines[start:end]).strip() for start, end in pairwise([*starts, len(lines)])]
    return tuple(Section(text, tuple(NAME.findall(text.partition("\n")[0])) if text.startswith("## ") else ()) for text in texts)


def script(docstring: str, parts: list[Part]) -> str:
    """Return a Python script in percent cells; its headings point to the statement."""
    cells = [docstring, "\n".join(merged_imports(parts))]
    for part in parts:
        for section in part.sections:
            code = [cell for name in section.names for cell in part.stub.cells[name]]
            if code or section is part.sections[0]:
                pointer = "\n# statement.md says what to write here." if code else ""
                cells.append(f"# %% [markdown]\n# {section.heading}{pointer}")
            cells += [f"# %%\n{cell}" for cell in code]
        cells += [f"# %%\n{cell}" for cell in part.stub.rest]
    text = ""
    for cell in filter(None, cells):
        gap = "\n\n\n" if "\ndef " in cell or "    raise NotImplementedError" in text.rpartition("# %%")[2] else "\n\n"
        text += gap * bool(text) + cell
    return text + "\n"


def notebook(name: str, opening: str, parts: list[Part]) -> str:
    """Return a notebook that needs no other file to be read: it carries the statement and its pictures."""
    title, _, text = opening.partition("\n")
    cells = [_markdown(f"{title}\n\n{PERSIAN}\n\n{text.strip()}", parts[0].pictures), _code(OTTER.format(name=name), "otter_ignore")]
    cells += [_code("\n".join(imports)) for imports in [merged_imports(parts)] if imports]
    for part in parts:
        for section in part.sections:
            cells.append(_markdown(section.text, part.pictures))
            cells += [_code(cell) for public in section.names for cell in part.stub.cells[public]]
        cells += [_code(cell) for cell in part.stub.rest]
        cells.append(_code(f'grader.check("{part.name}")', "otter_ignore"))
    for number, cell in enumerate(cells):
        cell["id"] = hashlib.sha256(f"{number} {cell['source']}".encode()).hexdigest()[:12]
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def merged_imports(parts: list[Part]) -> list[str]:
    """Return the imports of all parts, each once, `from __future__` first and `from` last."""
    return sorted({text for part in parts for text in part.stub.imports}, key=lambda text: ("__future__" not in text, text.startswith("from"), text))


def _markdown(text: str, pictures: dict[str, bytes]) -> dict[str, Any]:
    used = [name for _, name in PICTURE.findall(text) if name in pictures]
    attachments = {name: {"image/svg+xml": base64.b64encode(pictures[name]).decode()} for name in used}
    for name in used:
        text = text.replace(f"]({name})", f"](attachment:{name})")
    cell = {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}
    return cell | ({"attachments": attachments} if attachments else {})


def _code(source: str, *tags: str) -> dict[str, Any]:
    metadata = {"tags": list(tags)} if tags else {}
    return {"cell_type": "code", "execution_count": None, "metadata": metadata, "outputs": [], "source": source.splitlines(keepends=True)}
