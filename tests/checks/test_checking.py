"""The vocabulary under its old name."""

from __future__ import annotations

import importlib
import sys

import pytest

from autograder import checks


def test_the_old_name_works_and_says_what_the_new_one_is() -> None:
    """`autograder.checking` has every word, and what was called `entry` and `Answer`."""
    sys.modules.pop("autograder.checking", None)
    with pytest.warns(DeprecationWarning, match=r"is now autograder\.checks"):
        old = importlib.import_module("autograder.checking")

    assert all(getattr(old, name) is getattr(checks, name) for name in checks.__all__)
    assert old.Answer is checks.CallResult
    assert str(old.Answer([1], "f()").value) == "[1]" and callable(old.entry)
