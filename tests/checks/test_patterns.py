"""Regular expressions on texts that are chosen to make them slow."""

from __future__ import annotations

import re
import signal
import time

import pytest

from autograder.checks import CallResult, assert_match
from autograder.checks.patterns import MATCH_SECONDS, found_in_time
from autograder.errors import CheckFailed


def test_a_pattern_that_takes_for_ever_finds_nothing() -> None:
    """It is stopped after half a CPU second, and what listened to that signal before does so again."""
    heard = list[int]()
    before = signal.signal(signal.SIGVTALRM, lambda number, frame: heard.append(number))
    try:
        start = time.process_time()
        with pytest.raises(CheckFailed, match=r"expected a text that matches \(a\+\)\+b"):
            assert_match(CallResult("a" * 60, "f()"), "(a+)+b")
        assert time.process_time() - start < 4 * MATCH_SECONDS
        signal.raise_signal(signal.SIGVTALRM)
        assert heard == [signal.SIGVTALRM]
    finally:
        signal.signal(signal.SIGVTALRM, before)


def test_a_pattern_that_is_quick_finds_what_is_there() -> None:
    """And it does not find what is not."""
    assert found_in_time(re.compile("b").search, "abc") and not found_in_time(re.compile("b").match, "abc")
