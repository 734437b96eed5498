"""Replies of workers: only those of an agreed form are taken."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.sandbox.worker import validated_reply
from autograder.worker.plain import MAX_TEXT
from autograder.worker.wire import ProtocolError

PLACE = ["ValueError", "no", "own.py", 1, "", 0]


def test_an_exception_comes_with_the_names_of_its_classes() -> None:
    """What came is taken as it is."""
    reply = ["raised", *PLACE, ["builtins.ValueError"]]
    assert validated_reply(reply) is reply


@pytest.mark.parametrize(
    "names",
    [[3], ["x", None], ["x" * (MAX_TEXT + 1)], [["x"]], "x", None],
    ids=["a number", "nothing", "a long text", "a list", "a text", "no list"],
)
def test_the_names_of_an_exception_s_classes_are_short_texts(names: Any) -> None:
    """All else is no reply of ours, so it crashes its sender."""
    with pytest.raises(ProtocolError):
        validated_reply(["raised", *PLACE, names])
