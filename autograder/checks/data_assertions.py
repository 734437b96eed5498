"""The asserts for plain data: text, numbers, lists, dicts, sets, and what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from autograder.checks.assertions import ATOL, RTOL, AnyResult, assertion, copied
from autograder.checks.differences import Rule, first_difference
from autograder.checks.patterns import found_in_time
from autograder.checks.result import CallResult, Result, call_of, judge, origin_of
from autograder.checks.values import value_of
from autograder.checks.wording import mismatch, show
from autograder.errors import CheckFailed
from autograder.i18n import _
from autograder.text import clean_text

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
MAX_MATCHED = 100_000  # characters of a text that a regular expression is tried on


def assert_equal(result: AnyResult, want: Any, *, exact: bool = False) -> None:
    """Fail unless the result is `want`: plain data, nested as you like. Say the first place that differs.

    A Series counts for the list of its cells; compare a DataFrame with `assert_frame`.
    An integral float counts for its int, and a list for a tuple. `True` is not 1. NaN equals NaN. If `want`
    is a result, too, the two are compared by the student's own `==`.

    >>> assert_equal(student.two_fer("Ann"), "One for Ann, one for me.")
    >>> assert_equal(student.word_count("a b a"), {"a": 2, "b": 2})
    Traceback (most recent call last):
        ...
    autograder.errors.CheckFailed: word_count('a b a')['b'] is 1, expected 2
    >>> assert_equal(student.Clock(8, 0) + 3, student.Clock(8, 3))

    Args:
        exact: The types must be the same everywhere.
    """
    if isinstance(want, Result):
        both = origin_of(want).run.perform("same", result, want)
        text = call_of(want)
        judge(both, lambda known: _same_results(known, text, Rule(exact)))
        return
    expected = copied(want)
    judge(result, lambda known: _same_data(known, expected, Rule(exact)))


def _same_data(result: CallResult, expected: Any, rule: Rule) -> None:
    value = result.value if expected is None else value_of(result)
    difference = first_difference(value, expected, rule)
    if difference:
        raise CheckFailed(
            difference.sentence(result.call),
            call=result.call,
            got=difference.got,
            expected=difference.expected,
            place=difference.index if not difference.place.endswith("]") or difference.index else None,
        )


def _same_results(result: CallResult, other: str, rule: Rule) -> None:
    match result.value:
        case [True, left, right]:
            difference = first_difference(left, right, rule)
            if difference:
                text = _("{call}, but {other} is {want}")
                said = difference.sentence(result.call)
                raise CheckFailed(text.format(call=said, other=other, want=show(right)), call=result.call)
        case [False, False, False, *_shown]:
            text = _("{call} is not equal to {other}: their class has no __eq__, which says what is equal")
            raise CheckFailed(text.format(call=result.call, other=other), call=result.call)
        case [False, False, True, left, right]:
            text = _("{call} is not equal to {other}: they are {value} and {want}")
            value, want = clean_text(left, 80), clean_text(right, 80)
            raise CheckFailed(
                text.format(call=result.call, other=other, value=value, want=want), call=result.call
            )


def assert_close(result: AnyResult, want: Any, *, rtol: float = RTOL, atol: float = ATOL) -> None:
    """Fail unless all numbers of the result are near those of `want`, and all else is equal.

    Numbers may stand alone, in arrays, or nested in lists and dicts.

    >>> assert_close(student.mean([1, 2, 4]), 7 / 3)

    Args:
        rtol, atol: A number may differ by `atol + rtol * |expected|`.
    """
    expected = copied(want)
    judge(result, lambda known: _same_data(known, expected, Rule(rtol=rtol, atol=atol)))


@assertion
def assert_match(result: CallResult, pattern: str) -> None:
    """Fail unless the result is a text that matches a regular expression from its beginning to its end.

    >>> assert_match(student.robot_name(), r"[A-Z]{2}[0-9]{3}")
    """
    value = value_of(result)
    if not isinstance(value, str):
        raise mismatch(result.call, value, _("a text"))
    if len(value) > MAX_MATCHED or not found_in_time(re.compile(pattern).fullmatch, value):
        text = _("{call} is {value}, expected a text that matches {want}")
        message = text.format(call=result.call, value=show(value), want=pattern)
        raise CheckFailed(message, call=result.call, got=value, expected=pattern)


@assertion
def assert_that(result: CallResult, predicate: Callable[[Any], object], sentence: str) -> None:
    """Fail unless `predicate(value)` is true: a function of your own, for properties of plain data.

    >>> def is_permutation(numbers):
    ...     return sorted(numbers) == list(range(9))
    >>> assert_that(student.shuffled(list(range(9)), seed=3), is_permutation, "is no permutation of 0 to 8")

    Args:
        sentence: What is said of a result that fails, after its call.
    """
    value = value_of(result)
    if not predicate(value):
        text = _("{call} {sentence}: it is {value}")
        message = text.format(call=result.call, sentence=sentence, value=show(value))
        raise CheckFailed(message, call=result.call, got=value)
