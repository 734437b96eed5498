"""What students read in further languages: `texts.<language>.toml` beside the checks of an exercise.

```toml
[sentences]                   # what a check says, by the name of its function
test_kernel_is_not_flipped = "…"

[rungs]                       # by what the checks say
valid = "…"

[mistakes]                    # what a mistake does, by the name of its file
kernel_flipped = "…"

[hints]
kernel_flipped = "…"
```
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.bidi import isolated_in
from autograder.exercises.toml_files import expect, read_toml

TABLES = ("sentences", "rungs", "mistakes", "hints")


@dataclass(frozen=True)
class Texts:
    """The texts of an exercise in one language. All are empty if there is no file."""

    sentences: Mapping[str, str] = field(default_factory=dict)
    rungs: Mapping[str, str] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)

    def public(self, checks: Mapping[str, str]) -> dict[str, Any]:
        """Return what students get of them: the texts of some checks, given as rungs by name of check."""
        tables = {
            "sentences": {name: text for name, text in self.sentences.items() if name in checks},
            "rungs": {rung: text for rung, text in self.rungs.items() if rung in checks.values()},
        }
        return {name: table for name, table in tables.items() if table}


def read_texts(file: Path) -> Texts:
    """Return the texts in a file, with code isolated in right-to-left languages.

    Raises AuthorError where it is no such file.
    """
    tables, language = read_toml(file, TABLES), file.suffixes[-2].removeprefix(".")
    for name, table in tables.items():
        expect(file, name, table, dict, "a table of texts")
        for key, text in table.items():
            expect(file, f"{name}.{key}", text, str, "a text in quotes")
            table[key] = isolated_in(language, text)
    return Texts(**tables)
