"""For authors: the inputs of a function from simple to odd, and small helpers to write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks.result import CallResult
from autograder.results import Grid, Steps
from autograder.text import clean_text

Call = tuple[tuple[Any, ...], dict[str, Any]]  # arguments and keywords


@dataclass(frozen=True)
class Inputs:
    """What an author gives for a function: calls in the order of their simplicity, the assert that compares, and how to explain an answer.

    `explain(where, *arguments, **keywords)` gets the index of the entry that is wrong, None where it isn't one entry. Students read it:
    it shows the numbers of this one call, and no formula that would be the answer.
    """

    calls: Callable[[], Iterable[Call]]
    compare: Callable[[CallResult, Any], None]
    explain: Callable[..., Steps] = lambda *arguments, **keywords: Steps((), ())


def counting(*shape: int, start: float = 1) -> np.ndarray[Any, Any]:
    """Return start, start + 1, ... in this shape, as floats. For authors."""
    return start + np.arange(int(np.prod(shape)), dtype=float).reshape(shape)


def one_hot(*shape: int) -> np.ndarray[Any, Any]:
    """Return zeros with a 1 in the first place. For authors."""
    return np.eye(1, int(np.prod(shape))).reshape(shape)


def odd(x: np.ndarray[Any, Any]) -> Iterator[np.ndarray[Any, Any]]:
    """Yield `x` in other types and layouts. For authors."""
    for kind in (np.int64, np.float32, np.uint8):
        yield x.astype(kind)
    yield np.asfortranarray(x.astype(float))
    yield np.repeat(x.astype(float), 2, axis=-1)[..., ::2]


def grid(
    title: str, array: Any, role: str = "input", windows: Sequence[tuple[int, ...]] = (), frame: int = 0
) -> Grid:
    """Return a two-dimensional array as a Grid. For authors, too."""
    cells = tuple(
        tuple(clean_text(f"{value:.7g}" if isinstance(value, float) else value, 12) for value in row)
        for row in np.asarray(array).tolist()
    )
    return Grid(title, cells, role, tuple((a, b, c, d) for a, b, c, d in windows), frame)


def sum_of_products(left: Any, right: Any) -> str:
    """Write out the sum of the products of two arrays. For authors, too."""
    pairs = list(zip(np.ravel(left).astype(float), np.ravel(right).astype(float), strict=True))
    return f"{' + '.join(f'{_factor(a)}·{_factor(b)}' for a, b in pairs)} = {sum(a * b for a, b in pairs):g}"


def _factor(value: float) -> str:
    return f"({value:g})" if value < 0 else f"{value:g}"
