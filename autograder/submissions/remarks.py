"""What the author of a submission should know: modules that are not imported, code that does not run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from autograder.i18n import _
from autograder.submissions.submission import Cell
from autograder.text import clean_text
from autograder.worker.stand_ins import AVAILABLE

MAX_NAMES = 3
IMPORTS = re.compile(r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w., \t]+))", re.MULTILINE)
DEFINITIONS = re.compile(r"^(?:def|class) +(\w{1,60})", re.MULTILINE)
FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
"""The beginning or the end of code that a Markdown cell shows."""


def remarks(cells: Iterable[Cell], modules: Mapping[str, str], texts: Iterable[str] = ()) -> str:
    """Return the remarks on a submission, nothing if there are none.

    Args:
        texts: The cells of a notebook that are no code.
    """
    sources = [*(cell.source for cell in cells), *modules.values()]
    return " ".join([*_shadowed(sources, modules), *_misplaced(sources, texts)])


def imported_names(sources: Iterable[str]) -> set[str]:
    """Return the top-level names that import statements seem to name, by their text only."""
    found = set[str]()
    for source in sources:
        for module, listed in IMPORTS.findall(source):
            found |= {
                part.split()[0].partition(".")[0] for part in (module or listed).split(",") if part.split()
            }
    return found


def _shadowed(sources: Iterable[str], modules: Mapping[str, str]) -> Iterator[str]:
    """Yield which modules are not imported, since grading has one of the same name."""
    names = {name.partition(".")[0] for name in modules} & AVAILABLE
    if names and (used := sorted(names & imported_names(sources))):
        files = ", ".join(f"{name}.py" if name in modules else f"{name}/" for name in used[:MAX_NAMES])
        text = _(
            "{files}: Python or grading has a module of this name, which is imported instead. Rename it."
        )
        yield text.format(files=files)


def _misplaced(sources: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    """Yield which definitions are only in cells that are no code."""
    found = dict.fromkeys(name for text in texts for name in DEFINITIONS.findall(_unfenced(text)))
    if found:
        run = {name for source in sources for name in DEFINITIONS.findall(source)}
        missing = [clean_text(name) for name in found if name not in run]
        text = _("{names}: this definition is in a cell of text, which does not run. Make it a code cell.")
        if missing:
            yield text.format(names=", ".join(missing[:MAX_NAMES]))


def _unfenced(text: str) -> str:
    """Return a text without the code that it shows between fences."""
    return "".join(FENCE.split(text)[::2])
