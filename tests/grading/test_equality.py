"""Whether two replies are the same result: what a check could not tell apart is."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hostile_replies import ANYWHERE, cost, near_and_received, received

from autograder.grading.equality import ReplyStore, equal_replies, equal_values
from autograder.session.request import MAX_REMEMBERED
from autograder.worker import wire


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        (1, 1, True),
        (1, 1.0, False),  # a size must not be a float
        (0.1 + 0.2, 0.3, True),
        (math.nan, math.nan, True),
        (None, None, True),
        (None, 0, False),
        ("valid", "same", False),
        ([[1, 2]], np.array([[1.0, 2.0]]), True),
        ([1, 2], [[1, 2]], False),
        ([[1], [2, 3]], [[1], [2, 3]], True),
        ([[1], [2, 3]], [[1], [2, 4]], False),
        ([("conv2d", (None, 1, 2), 3)], (("conv2d", [None, 1, 2], 3),), True),
        ({"a": np.zeros(2)}, {"a": [0, 0]}, True),
        ({"a": 1}, {"b": 1}, False),
        (np.array([np.nan, 1.0]), np.array([np.nan, 1.0]), True),
        (np.zeros(2), "text", False),
        ([1, "a"], np.zeros(2), False),
    ],
)
def test_values_are_the_same_when_a_check_could_not_tell_them_apart(
    mine: Any, theirs: Any, same: bool
) -> None:
    """Containers, dtypes and rounding don't matter; shapes, texts, None and being a float do."""
    assert equal_values(mine, theirs) is equal_values(theirs, mine) is same


def test_replies_are_compared_by_what_a_check_can_see() -> None:
    """Of an exception, type and message count, not its place. A reply too long to keep equals no other."""
    assert equal_replies(["raised", "ValueError", "a", "", 1, ""], ["raised", "ValueError", "a", "x", 2, ""])
    assert not equal_replies(
        ["raised", "ValueError", "a", "", 1, ""], ["raised", "ValueError", "b", "", 1, ""]
    )
    assert not equal_replies(
        ["raised", "ValueError", "a", "", 1, ""], ["raised", "TypeError", "a", "", 1, ""]
    )
    assert (
        equal_replies(["absent"], ["absent"])
        and not equal_replies(["value", 1], [])
        and not equal_replies(["value", 1], ["unwritten"])
    )


def test_equal_bytes_are_one_object_and_each_pair_is_compared_once() -> None:
    """A submission's store knows the class's replies, and adds none to them."""
    class_store = ReplyStore()
    frame, other = wire.encode(["value", [1, 2]]), wire.encode(["value", [1.0, 3.0]])
    reply = class_store.decoded(frame)
    store = ReplyStore(class_store)
    own = store.unified(other, ["value", [1.0, 3.0]])

    assert store.unified(frame, ["value", [1, 2]]) is reply and store.decoded(other) is own
    assert class_store.decoded(other) is not own
    assert store.same(reply, reply) and not store.same(reply, own) and not store.same(reply, own)
    assert store.same(own, ["value", np.array([1.0, 3.0])])


KNOWN = [
    np.arange(25.0).reshape(5, 5),
    [[1.0, 2.0], [3.0, 4.0]],
    [[1], [2, 3]],
    [("conv2d", (None, 14, 14, 16), 160), ("dense", (None, 5), 3925)],
    [(16, 1, "valid"), (14, 1, "same")] * 10,
    {"a": [1, 2], "b": "text"},
    2.5,
    "text",
]


def assert_compared_cheaply(known: Any, label: str, value: Any) -> None:
    remembered = len(wire.encode(value)) <= MAX_REMEMBERED  # longer replies are not even compared
    most = 0.002 if remembered else 0.02
    seconds, peak = cost(lambda value: equal_values(known, value), value, most)
    assert peak < 4 << 20 and seconds < most, label


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: type(known).__name__)
def test_what_begins_as_a_known_value_is_compared_cheaply(known: Any) -> None:
    """A mistake's value bounds what it takes to compare it with one that begins like it, and goes on."""
    assert equal_values(known, received(known))
    for label, value in near_and_received(known):
        assert_compared_cheaply(known, label, value)


@pytest.mark.e2e
@pytest.mark.parametrize("label", ANYWHERE)
def test_a_reply_of_any_shape_is_compared_cheaply(label: str) -> None:
    """Each submission is compared with dozens of mistakes: no reply takes more than 2 ms."""
    value = received(ANYWHERE[label]())
    for known in KNOWN:
        assert_compared_cheaply(known, label, value)
