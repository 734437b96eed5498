"""Traits: the dimensions of a function's inputs, which an author declares in an exercise's `traits.py`.

```python
TRAITS = {
    "repeat": Traits(
        lambda text, times: {
            "text": "a text" if text else "no text",
            "times": "once" if times == 1 else "often",
        },
        {"text": ("no text", "a text"), "times": ("once", "often")},
    )
}
```

`verify` finds pairs of values that no check asks together. Where no mistake is named in a failed check, its
message says for which values the results are right and for which they are wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from autograder.errors import AuthorError
from autograder.exercises.layout import TRAITS
from autograder.exercises.load import run_beside
from autograder.exercises.slips import slip
from autograder.i18n import in_wanted_language

__all__ = ["Impossible", "Traits", "read_traits"]

Pair: TypeAlias = frozenset[str]
"""Two values, of two traits."""


class Impossible(NamedTuple):
    """Pairs that no call can have, or that no statement promises: each of `one` with each of `other`."""

    one: Sequence[str]
    other: Sequence[str]
    reason: str


@dataclass(frozen=True)
class Traits:
    """The traits of one function's inputs.

    Args:
        of: Returns the value of each trait for the arguments of a call. A trait that has no meaning there,
            such as the sign of nothing, may be left out.
        values: The values of each trait. Students read them: "right for stride 1, wrong for stride 2". So
            they are short phrases, and no two traits share one. What tells most comes first.
        impossible: Pairs that need not be asked, each with a reason.
        words: The phrases in the further languages of the course: `{"fa": {"stride 1": "…"}}`.
    """

    of: Callable[..., Mapping[str, str]]
    values: Mapping[str, Sequence[str]]
    impossible: Sequence[Impossible] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of_call(self, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Mapping[str, str]:
        """Return the value of each trait for a call. Raises AuthorError for a value that is not declared."""
        found = self.of(*arguments, **keywords)
        for trait, value in found.items():
            if value not in self.values.get(trait, ()):
                raise AuthorError(f"{TRAITS}: {value!r} is no declared value of {trait!r}")
        return found

    def phrase(self, value: str) -> str:
        """Return a value in the language of whoever reads it."""
        return in_wanted_language(
            {"": value} | {name: own.get(value, value) for name, own in self.words.items()}
        )

    @cached_property
    def every_value(self) -> list[str]:
        return [value for values in self.values.values() for value in values]

    @cached_property
    def excluded(self) -> dict[Pair, str]:
        """The pairs that are declared impossible, with the reason."""
        rows = [(pair, one.reason) for one in self.impossible for pair in product(one.one, one.other)]
        return {frozenset(pair): reason for pair, reason in rows}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield each pair of values of two traits, the impossible ones, too."""
        for one, other in combinations(self.values.values(), 2):
            yield from product(one, other)


def read_traits(folder: Path) -> dict[str, Traits]:
    """Return what an exercise declares of its functions; nothing if it has no such file.

    Raises AuthorError where the file does not load, or two traits share a value.
    """
    file = folder / TRAITS
    if not file.is_file():
        return {}
    try:
        traits: dict[str, Traits] = dict(run_beside(file)["TRAITS"])
    except Exception as error:
        raise AuthorError(slip(error, file, "does not load")) from error
    for function, own in traits.items():
        known = set(own.every_value)
        if len(known) < len(own.every_value):
            raise AuthorError(
                f"{folder.name}/{file.name}: two traits of {function} share a value; name them apart"
            )
        unknown = {value for pair in own.excluded for value in pair} - known
        if unknown:
            raise AuthorError(f"{folder.name}/{file.name}: {function} has no value {min(unknown)!r}")
    return traits
