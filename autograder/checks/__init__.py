"""What the author of a check writes: `points`, and the `assert_…` functions.

`from autograder.checks import …`; `__all__` is the vocabulary. Imports `worker` and the single files below.
"""

from autograder.checks.assertions import (
    ANY,
    assert_arguments_unchanged,
    assert_array,
    assert_complete,
    assert_count,
    assert_shape,
    assert_size,
    assert_sound,
    assert_table,
    entry,
    points,
)

__all__ = [
    "ANY",
    "assert_arguments_unchanged",
    "assert_array",
    "assert_complete",
    "assert_count",
    "assert_shape",
    "assert_size",
    "assert_sound",
    "assert_table",
    "entry",
    "points",
]
