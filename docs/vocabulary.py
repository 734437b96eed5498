"""Write the reference of authors.md anew: the vocabulary of checks, from its docstrings.

    python docs/vocabulary.py

A test says when it has to be run.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from pathlib import Path
from typing import Any

from autograder import checks
from autograder.checks import assertions

AUTHORS = Path(__file__).parent / "authors.md"
BEGIN, END = "<!-- from the docstrings: run docs/vocabulary.py -->", "<!-- end -->"
GROUPS = {
    "A check": ("points",),
    "Asserts": (
        "assert_equal",
        "assert_close",
        "assert_match",
        "assert_frame",
        "assert_that",
        "assert_array",
        "assert_shape",
        "assert_size",
        "assert_count",
        "ANY",
        "assert_arguments_unchanged",
    ),
    "Exceptions": ("raises",),
    "What is done on the student's side": (
        "Result",
        "builtin",
        "take",
        "code",
        "printed",
        "typed",
        "text_of",
        "frame",
        "figure",
    ),
    "Asserts of your own": (
        "assertion",
        "CallResult",
        "call_of",
        "value_of",
        "as_integer",
        "as_list",
        "as_numbers",
        "show",
        "mismatch",
        "Place",
        "CheckFailed",
    ),
}
"""The names of the vocabulary in reading order."""
SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[A-Z`])")
SECTION = re.compile(r"^(Args|Raises|Returns|Attributes):\n((?:    .*\n?|\n)+)", re.MULTILINE)


def reference() -> str:
    """Return the reference as Markdown."""
    parts = []
    for title, names in GROUPS.items():
        entries = "\n\n".join(entry(name) for name in names)
        parts.append(f"### {title}\n\n{entries}")
    return "\n\n".join(parts)


def entry(name: str) -> str:
    """Return what the reference says of one name: how it is called, its docstring, its example."""
    text = documentation(name)
    before, _, after = text.partition("\n>>> ")
    example, _, rest = f">>> {after}".partition("\n\n") if after else ("", "", "")
    prose = "\n\n".join(filter(None, [before.strip(), rest.strip()]))
    parts = [f"#### `{called(name)}`", *paragraphs(prose)]
    if example:
        parts.append(f"```python\n{example.strip()}\n```")
    return "\n\n".join(parts)


def documentation(name: str) -> str:
    """Return the docstring of a name; that of a constant is the text below it."""
    if name == "ANY":
        source = inspect.getsource(assertions)
        found = re.search(r'^ANY: Any = object\(\)\n"""(.*?)"""', source, re.MULTILINE | re.DOTALL)
        return found[1] if found else ""
    return inspect.getdoc(getattr(checks, name)) or ""


def called(name: str) -> str:
    """Return how a name is called: its parameters without types."""
    named: Any = getattr(checks, name)
    if name in ("ANY", "builtin", "Result", "CheckFailed"):
        return name
    parameters = inspect.signature(named).parameters.values()
    bare = [one.replace(annotation=inspect.Parameter.empty) for one in parameters]
    if name == "assertion":
        return f"@{name}"
    return f"{name}{inspect.Signature(bare)}".replace("=<class 'list'>", "=list")


def paragraphs(prose: str) -> list[str]:
    """Return paragraphs of Markdown, each sentence on its line; of `Args:`, a list."""
    found = []
    for part in re.split(r"\n\n(?=\S)", SECTION.sub(_as_list, prose)):
        if part.startswith("- "):
            items = part.strip().split("\n")
            found.append("\n".join(SENTENCE_END.sub("\n  ", item) for item in items))
        else:
            found.append(SENTENCE_END.sub("\n", " ".join(part.split())))
    return [part for part in found if part]


def _as_list(section: re.Match[str]) -> str:
    """Return a section of a docstring as a list: an item for each argument, or for all of it."""
    lines = textwrap.dedent(section[2]).strip().split("\n")
    items: list[str] = []
    for line in lines:
        if line.startswith(" ") and items:
            items[-1] += f" {line.strip()}"
        else:
            name, colon, said = line.partition(": ")
            items.append(f"- `{name}`: {said}" if colon else f"- {line}")
    return "\n".join(items) + "\n"


def with_reference(text: str) -> str:
    """Return a page with the reference between its two marks."""
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    return f"{before}{BEGIN}\n\n{reference()}\n\n{END}{after}"


if __name__ == "__main__":
    AUTHORS.write_text(with_reference(AUTHORS.read_text(encoding="utf-8")), encoding="utf-8")
