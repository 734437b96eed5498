"""The vocabulary under its old name, for one release. New checks write `from autograder.checks import …`."""

from autograder.checks import *  # noqa: F403 - all of the vocabulary
from autograder.checks import CallResult as Answer  # noqa: F401
