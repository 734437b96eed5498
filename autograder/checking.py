"""The vocabulary under its old name; new checks write `from autograder.checks import …`."""

from autograder.checks import *  # noqa: F403 - whatever the vocabulary has
from autograder.checks.assertions import as_numbers, kind_of  # noqa: F401
from autograder.checks.result import CallResult as Answer  # noqa: F401
