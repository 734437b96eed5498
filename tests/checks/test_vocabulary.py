"""The vocabulary is documented: every name has an example, and the examples are right."""

from __future__ import annotations

import doctest
import inspect

import numpy as np
import pytest

from autograder import checks, errors
from autograder.checks import assertions, result, values, wording

CONSTANTS = {"ANY"}  # documented by a text below it, which Python does not keep


@pytest.mark.parametrize("name", sorted(set(checks.__all__) - CONSTANTS))
def test_every_name_of_the_vocabulary_has_an_example(name: str) -> None:
    """An author finds out how to write a check from the names alone."""
    assert ">>> " in (inspect.getdoc(getattr(checks, name)) or "")


@pytest.mark.parametrize(
    "module", [assertions, errors, result, values, wording], ids=lambda one: one.__name__
)
def test_the_examples_are_right(module: object) -> None:
    """What the examples say is what happens."""
    names = {name: getattr(checks, name) for name in checks.__all__}
    outcome = doctest.testmod(module, extraglobs={**names, "np": np}, optionflags=doctest.ELLIPSIS)  # type: ignore[arg-type]

    assert outcome.attempted and not outcome.failed
