"""Which files of a submission are modules that its script or notebook can import.

Python finds modules beside the file that runs. So does this; a file elsewhere counts from the submission's
outermost folder. All sources of a submission together have the size that one script may have
(`files.MAX_SOURCE`): modules are taken in order, outer folders first, as long as they fit.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

MAX_MODULES = 200
WRITTEN = re.compile(r"\s*%%(?:writefile|file)[ \t]+(?:\./)?([\w/]+\.py)[ \t]*\n")
"""The beginning of a cell that writes a module, in Jupyter and Colab."""
NO_MODULES_IN = frozenset(
    "venv env virtualenv site-packages node_modules __pycache__ __MACOSX build dist tests test".split()
)
"""Folders whose files no submission imports: installed packages, and what tools have made."""


def module_paths(
    chosen: PurePosixPath, others: Iterable[PurePosixPath], sources: Iterable[str] = ()
) -> dict[str, PurePosixPath]:
    """Return the paths of the files that the chosen one can import, by their dotted paths.

    `tools/pad.py` is `tools.pad`, and `tools/__init__.py` is `tools.__init__`.

    Args:
        sources: The code of the chosen one. If that changes `sys.path`, files of all folders can be imported.
    """
    found = dict[str, PurePosixPath]()
    candidates = sorted({*others} - {chosen}, key=lambda path: (len(path.parts), str(path)))
    folders = [path.parent for path in candidates] if any("sys.path" in code for code in sources) else []
    for top in dict.fromkeys([chosen.parent, PurePosixPath("."), *folders]):
        for path in candidates:
            if path.is_relative_to(top):
                name = _dotted(path.relative_to(top))
                if name:
                    found.setdefault(name, path)
    return dict(list(found.items())[:MAX_MODULES])


def _dotted(path: PurePosixPath) -> str:
    """Return the dotted path of a module's file, or nothing if it can't be imported."""
    names = path.with_suffix("").parts
    importable = all(name.isidentifier() and not keyword.iskeyword(name) for name in names)
    if path.suffix != ".py" or not importable or names[-1] == "__main__":
        return ""
    if NO_MODULES_IN.intersection(names[:-1]) or names == ("__init__",):
        return ""
    return ".".join(names)


def that_fit(sources: Mapping[str, str], room: int) -> dict[str, str]:
    """Return the modules of at most so many characters together, the first ones of those that are given."""
    kept = dict[str, str]()
    for name, source in sources.items():
        if len(source) <= room:
            kept[name] = source
            room -= len(source)
    return kept


def written_modules(sources: Iterable[str]) -> dict[str, str]:
    """Return the modules that cells of a notebook write with `%%writefile`: their sources by dotted path."""
    found = ((WRITTEN.match(source), source) for source in sources)
    named = ((_dotted(PurePosixPath(one[1])), source[one.end() :]) for one, source in found if one)
    return {name: source for name, source in named if name}
