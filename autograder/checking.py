"""The vocabulary under its old name, for one release. New checks write `from autograder.checks import …`."""

import warnings
from typing import Any

from autograder.checks import *  # noqa: F403 - all of the vocabulary
from autograder.checks import CallResult as Answer  # noqa: F401
from autograder.checks import Result

warnings.warn(
    "autograder.checking is now autograder.checks; the old name goes with version 2",
    DeprecationWarning,
    stacklevel=2,
)


def entry(result: Result, indices: tuple[int, ...], of: tuple[int, ...]) -> Any:
    """Return `result[i][j]…`, which is what new checks write."""
    for index in indices:
        result = result[index]
    return result
