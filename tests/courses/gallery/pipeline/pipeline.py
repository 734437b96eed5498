"""Functions that take and give functions.

Fill in every part that says 'write your answer/code here'.
"""

from collections.abc import Callable
from typing import Any


# %%
def pipeline(*steps: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a function that applies the steps one after the other, the first one first."""

    def run(value: Any) -> Any:
        for step in steps:
            value = step(value)
        return value

    return run
