"""What an author says of one exercise in `exercise.toml`. The file, and every key in it, may be left out.

```toml
title = "Kernels"             # or by language: {en = "Kernels", fa = "…"}
requires = ["pandas"]         # packages that solutions may import

[limits]                      # where an exercise needs more than usual
call_seconds = 5
```
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError
from autograder.exercises.toml_files import expect, place, read_toml, texts_of
from autograder.sandbox.limits import Limits
from autograder.worker.packages import NAMES

KEYS = ("title", "requires", "limits")
LIMITS = tuple(one.name for one in fields(Limits))


@dataclass(frozen=True)
class Settings:
    """What `exercise.toml` says. `title` is a text by language, `limits` are minimums by name."""

    title: Mapping[str, str] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    limits: Mapping[str, float] = field(default_factory=dict)

    def as_toml(self) -> dict[str, Any]:
        """Return what it says, without comments: students get that."""
        found = {"requires": list(self.requires), "title": dict(self.title), "limits": dict(self.limits)}
        return {key: value for key, value in found.items() if value}


def read_settings(file: Path, language: str = "en") -> Settings:
    """Return what a file says; the usual if it isn't there. Raises AuthorError where it is wrong.

    Args:
        language: That of a title that does not say its own.
    """
    found = read_toml(file, KEYS)
    if not found:
        return Settings()
    title = texts_of(file, "title", found.get("title", {}), (language,))
    words = 'a list of names, as ["pandas"]'
    requires = expect(file, "requires", found.get("requires", []), list, words)
    for package in requires:
        expect(file, "requires", package, str, words)
        if package not in NAMES:
            known = ", ".join(sorted(NAMES))
            raise AuthorError(f"{place(file)}: requires has {package!r}; what can be required is {known}")
    limits = expect(file, "limits", found.get("limits", {}), dict, "a table")
    for name, value in limits.items():
        if name not in LIMITS:
            raise AuthorError(f"{place(file)}: there is no limit {name!r}; there are {', '.join(LIMITS)}")
        expect(file, f"limits.{name}", value, int | float, "a number")  # type: ignore[arg-type]
        if isinstance(value, bool) or not 0 < value < float("inf"):
            raise AuthorError(f"{place(file)}: limits.{name} is {value!r}; write a number above 0")
    return Settings(title, tuple(requires), limits)
