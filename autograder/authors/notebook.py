"""What a student fills in, as a notebook and as a script.

Both hold the sections of the statement. Each is followed by the stubs that its heading names.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from autograder.i18n import N_, in_language
from autograder.templating import render

NOT_INSTALLED = N_("The checker is not installed: README.md in this folder says how to install it")
NAME = re.compile(r"`([A-Za-z_]\w*)(?:\([^`]*\))?`")
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]*)")
OTHER_LANGUAGES = {
    "ar": "هذه الصفحة بالعربية",
    "de": "Diese Seite auf Deutsch",
    "en": "This page in English",
    "es": "Esta página en español",
    "fa": "این صفحه به فارسی",
    "fr": "Cette page en français",
    "it": "Questa pagina in italiano",
    "tr": "Bu sayfa Türkçe",
    "zh": "本页中文版",
}
"""How a notebook names the statement in another language; without a name it shows the code."""
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


@dataclass(frozen=True)
class Section:
    """A part of a statement with its heading, and the code cells that follow it.

    `check` is set in the last section of an exercise: the name under which otter checks the exercise.
    """

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
    """Split a statement at its `## ` headings. The first section is what comes before them."""
    lines, starts, in_code_block = statement.split("\n"), [0], False
    for number, line in enumerate(lines):
        in_code_block ^= line.lstrip().startswith("```")
        if line.startswith("## ") and not in_code_block:
            starts.append(number)
    return [Section("\n".join(lines[start:end]).strip()) for start, end in pairwise([*starts, len(lines)])]


def script(docstring: str, imports: str, parts: Sequence[Section]) -> str:
    """Return a Python script in percent cells.

    It leaves out the first section. Of the others it has the headings, which point to the statement.
    """
    cells = []
    for part in parts[1:]:
        if part.text and (part.code or part.heading.startswith("# ")):
            pointer = "\n# statement.md says what to write here." if part.code else ""
            cells.append(f" [markdown]\n# {part.heading}{pointer}")
        cells += [f"\n{code}" for code in part.code]
    body = "\n\n\n".join(f"# %%{cell}" for cell in cells)
    return "\n\n".join(filter(None, [docstring, imports, body])) + "\n"


def notebook(
    imports: str,
    parts: Sequence[Section],
    pictures: dict[str, bytes],
    others: Mapping[str, str],
    language: str = "",
) -> str:
    """Return a notebook that needs no other file to be read: it contains the statement and its pictures.

    Args:
        others: The files of the notebook in other languages, to which the first cell links.
        language: That of its checks, if it is not the course's own.
    """
    from nbformat import v4, writes  # students don't have it

    links = [f"[{OTHER_LANGUAGES.get(other, other)}]({file})" for other, file in others.items()]
    title, newline, rest = parts[0].text.partition("\n")
    opening = "\n\n".join([title, *links]) + (f"\n{rest}" if newline else "")
    hint = in_language(NOT_INSTALLED, language or "en")
    cells = [
        _markdown(v4, opening, pictures),
        _otter(v4, render("authors/notebook_grader.jinja", language=language, hint=hint)),
    ]
    cells += [v4.new_code_cell(imports)] if imports else []
    for part in parts[1:]:
        cells += [_markdown(v4, part.text, pictures)] if part.text else []
        cells += map(v4.new_code_cell, part.code)
        cells += [_otter(v4, f'grader.check("{part.check}")')] if part.check else []
    for number, cell in enumerate(cells):
        cell.id = _cell_id(number, cell.source)
    return str(writes(v4.new_notebook(cells=cells, metadata=METADATA))) + "\n"


def _markdown(v4: Any, text: str, pictures: dict[str, bytes]) -> Any:
    """Return a markdown cell with the pictures that it shows."""
    attachments = {
        name: {"image/svg+xml": base64.b64encode(pictures[name]).decode()} for name in PICTURE.findall(text)
    }
    for name in attachments:
        text = text.replace(f"]({name}", f"](attachment:{name}")
    return v4.new_markdown_cell(text, **({"attachments": attachments} if attachments else {}))


def _otter(v4: Any, source: str) -> Any:
    """Return a code cell for otter, which is no part of the student's work."""
    return v4.new_code_cell(source, metadata={"tags": ["otter_ignore"]})


def _cell_id(number: int, source: str) -> str:
    """Return the id of a cell. It is the same whenever the same notebook is published."""
    return hashlib.sha256(f"{number} {source.splitlines(keepends=True)}".encode()).hexdigest()[:12]


def merged_imports(imports: Iterable[str]) -> str:
    """Return import statements, each once: first `__future__`, then the standard library, then the rest."""
    groups: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for text in sorted(set(imports), key=lambda text: (text.startswith("from"), text)):
        package = re.split(r"[\s.,]+", text)[1]
        groups[0 if package == "__future__" else 1 if package in sys.stdlib_module_names else 2].append(text)
    return "\n\n".join("\n".join(group) for group in groups.values() if group)
