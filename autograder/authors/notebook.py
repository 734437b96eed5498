"""What a student fills in, as a notebook and as a script: the statement's sections, each followed by the stubs its heading names."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from autograder.templating import render

NAME = re.compile(r"`([A-Za-z_]\w*)(?:\([^`]*\))?`")
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]*)")
PERSIAN = "[این صفحه به فارسی](statement.fa.md)"


@dataclass(frozen=True)
class Section:
    """A part of a statement, heading included, and the code cells that follow it; the last one of an exercise is followed by its check."""

    text: str
    code: tuple[str, ...] = ()
    check: str = ""

    @property
    def heading(self) -> str:
        return self.text.partition("\n")[0]

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the heading has in backticks."""
        return tuple(NAME.findall(self.heading)) if self.heading.startswith("## ") else ()


def sections(statement: str) -> list[Section]:
    """Split a statement at its `## ` headings; what comes before the first, the title included, is the first section."""
    lines, starts, fenced = statement.split("\n"), [0], False
    for number, line in enumerate(lines):
        fenced ^= line.lstrip().startswith("```")
        if line.startswith("## ") and not fenced:
            starts.append(number)
    return [Section("\n".join(lines[start:end]).strip()) for start, end in pairwise([*starts, len(lines)])]


def script(docstring: str, imports: str, parts: Sequence[Section]) -> str:
    """Return a Python script in percent cells; its headings point to the statement, whose opening it leaves out."""
    cells = []
    for part in parts[1:]:
        if part.text and (part.code or part.heading.startswith("# ")):
            cells.append(
                f" [markdown]\n# {part.heading}"
                + "\n# statement.md says what to write here." * bool(part.code)
            )
        cells += [f"\n{code}" for code in part.code]
    body = "\n\n\n".join(f"# %%{cell}" for cell in cells)
    return "\n\n".join(filter(None, [docstring, imports, body])) + "\n"


def notebook(name: str, imports: str, parts: Sequence[Section], pictures: dict[str, bytes]) -> str:
    """Return a notebook that needs no other file to be read: it carries the statement and its pictures."""
    opening = parts[0].text.replace("\n", f"\n\n{PERSIAN}\n", 1)
    cells = [
        _markdown(opening, pictures),
        _code(render("authors/initialize_otter.jinja", name=name), "otter_ignore"),
    ]
    cells += [_code(imports)] if imports else []
    for part in parts[1:]:
        cells += [_markdown(part.text, pictures)] if part.text else []
        cells += map(_code, part.code)
        cells += [_code(f'grader.check("{part.check}")', "otter_ignore")] if part.check else []
    for number, cell in enumerate(cells):
        cell["id"] = hashlib.sha256(f"{number} {cell['source']}".encode()).hexdigest()[:12]
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def merged_imports(imports: Iterable[str]) -> str:
    """Return import statements in their usual order, each once: `__future__`, the standard library, then the rest."""
    groups: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for text in sorted(set(imports), key=lambda text: (text.startswith("from"), text)):
        package = re.split(r"[\s.,]+", text)[1]
        groups[0 if package == "__future__" else 1 if package in sys.stdlib_module_names else 2].append(text)
    return "\n\n".join("\n".join(group) for group in groups.values() if group)


def _markdown(text: str, pictures: dict[str, bytes]) -> dict[str, Any]:
    attachments = {
        name: {"image/svg+xml": base64.b64encode(pictures[name]).decode()} for name in PICTURE.findall(text)
    }
    for name in attachments:
        text = text.replace(f"]({name}", f"](attachment:{name}")
    cell = {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}
    return cell | ({"attachments": attachments} if attachments else {})


def _code(source: str, *tags: str) -> dict[str, Any]:
    metadata = {"tags": list(tags)} if tags else {}
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": metadata,
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }
