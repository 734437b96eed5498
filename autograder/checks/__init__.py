"""What the author of a check writes: `points`, the `assert_…` functions, and what own asserts need.

`from autograder.checks import …`; `__all__` is the vocabulary. Imports `worker` and the single files below.
"""

from autograder.checks.asking import builtin, code, printed, take, text_of, typed
from autograder.checks.assertions import (
    ANY,
    assert_arguments_unchanged,
    assert_array,
    assert_count,
    assert_shape,
    assert_size,
    assertion,
    points,
)
from autograder.checks.data_assertions import assert_close, assert_equal, assert_match, assert_that
from autograder.checks.exceptions import raises
from autograder.checks.figures import figure
from autograder.checks.frames import assert_frame, frame
from autograder.checks.result import CallResult, Place, Result, call_of
from autograder.checks.values import as_integer, as_list, as_numbers, value_of
from autograder.checks.wording import mismatch, show
from autograder.errors import CheckFailed

__all__ = [
    "ANY",
    "CallResult",
    "CheckFailed",
    "Place",
    "Result",
    "as_integer",
    "as_list",
    "as_numbers",
    "assert_arguments_unchanged",
    "assert_array",
    "assert_close",
    "assert_count",
    "assert_equal",
    "assert_frame",
    "assert_match",
    "assert_shape",
    "assert_size",
    "assert_that",
    "assertion",
    "builtin",
    "call_of",
    "code",
    "figure",
    "frame",
    "mismatch",
    "points",
    "printed",
    "raises",
    "show",
    "take",
    "text_of",
    "typed",
    "value_of",
]
