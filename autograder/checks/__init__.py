"""What the author of a check writes: `points`, the `assert_…` functions, and what own asserts need.

`from autograder.checks import …`; `__all__` is the vocabulary. Imports `worker` and the single files below.
"""

from autograder.checks.assertions import (
    ANY,
    assert_arguments_unchanged,
    assert_array,
    assert_count,
    assert_shape,
    assert_size,
    assertion,
    entry,
    points,
)
from autograder.checks.result import CallResult, Place
from autograder.checks.values import as_integer, as_list, as_numbers, value_of
from autograder.checks.wording import mismatch, show
from autograder.errors import CheckFailed

__all__ = [
    "ANY",
    "CallResult",
    "CheckFailed",
    "Place",
    "as_integer",
    "as_list",
    "as_numbers",
    "assert_arguments_unchanged",
    "assert_array",
    "assert_count",
    "assert_shape",
    "assert_size",
    "assertion",
    "entry",
    "mismatch",
    "points",
    "show",
    "value_of",
]
