"""For authors of an exercise's `inputs.py`: inputs from simple to odd, and helpers to write and show them.

```python
INPUTS = {"double": Inputs(rows, assert_array, explain)}
```
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from autograder.checks.result import CallResult
from autograder.results import Grid, Steps
from autograder.text import clean_text

__all__ = [
    "Array",
    "Call",
    "Compare",
    "Inputs",
    "Tone",
    "counting",
    "grid",
    "odd",
    "one_hot",
    "sum_of_products",
]

Array: TypeAlias = NDArray[Any]
Call: TypeAlias = tuple[tuple[Any, ...], dict[str, Any]]
"""Arguments and keywords."""
Compare: TypeAlias = Callable[[CallResult, Any], None]
"""An assert of the checks, such as `assert_array`: it gets a result and what is expected."""
Tone: TypeAlias = Literal["blue", "amber", "grey", "green", "red"]
"""The colour of a grid. Green and red are those of what is expected and what was got."""


def no_steps(where: tuple[int, ...] | None, *arguments: Any, **keywords: Any) -> Steps:
    """Explain nothing: the counterexample is shown without steps."""
    return Steps()


@dataclass(frozen=True)
class Inputs:
    """What an author gives for a function: its calls, the assert that compares, and how to explain a result.

    Args:
        calls: Yields `(arguments…), {keywords}`, the simplest first.
        compare: The assert that the checks use.
        explain: `explain(where, *arguments, **keywords)` shows how a result comes about. `where` is the
            index of the entry that is wrong, None where it isn't one entry. Students read it: it shows the
            numbers of this one call, and no formula that would be the solution.
    """

    calls: Callable[[], Iterable[Call]]
    compare: Compare
    explain: Callable[..., Steps] = no_steps


def counting(*shape: int, start: float = 1) -> Array:
    """Return start, start + 1, … in this shape, as floats: `counting(2, 2)` is `[[1, 2], [3, 4]]`."""
    return start + np.arange(int(np.prod(shape)), dtype=float).reshape(shape)


def one_hot(*shape: int) -> Array:
    """Return zeros with a 1 in the first place: `one_hot(3)` is `[1, 0, 0]`."""
    return np.eye(1, int(np.prod(shape))).reshape(shape)


def odd(x: Array) -> Iterator[Array]:
    """Yield `x` in other types, then in other memory layouts. Right code doesn't care about either."""
    for kind in (np.int64, np.float32, np.uint8):
        yield x.astype(kind)
    yield np.asfortranarray(x.astype(float))
    yield np.repeat(x.astype(float), 2, axis=-1)[..., ::2]


def grid(
    title: str,
    array: Any,
    *,
    tone: Tone = "blue",
    sign: str = "",
    windows: Sequence[tuple[int, ...]] = (),
    frame: int = 0,
) -> Grid:
    """Return a two-dimensional array as a grid to draw, with seven digits of each number.

    Args:
        tone: The colour of its cells.
        sign: Stands between this grid and one to its left, as `sign="×"` before a factor.
        windows: Places to outline, each as (row, column, height, width).
        frame: How many of the outermost rows and columns are padding.
    """
    cells = tuple(
        tuple(clean_text(f"{value:.7g}" if isinstance(value, float) else value, 12) for value in row)
        for row in np.asarray(array).tolist()
    )
    outlined = tuple((row, column, height, width) for row, column, height, width in windows)
    return Grid(title, cells, tone, sign, outlined, frame)


def sum_of_products(left: Any, right: Any) -> str:
    """Write out the sum of the products of two arrays, as `1·3 + 2·4 = 11`."""
    pairs = list(zip(np.ravel(left).astype(float), np.ravel(right).astype(float), strict=True))
    products = " + ".join(f"{_factor(a)}·{_factor(b)}" for a, b in pairs)
    return f"{products} = {sum(a * b for a, b in pairs):g}"


def _factor(value: float) -> str:
    return f"({value:g})" if value < 0 else f"{value:g}"
