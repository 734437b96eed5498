"""The first place where two plain values differ, and what to say of it.

The walk follows what is expected. So it takes no longer than that is large, whatever student code gave.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.checks.frames import column_differences, column_of, frame_differences
from autograder.checks.result import CallResult
from autograder.checks.values import as_numbers
from autograder.checks.wording import number_text, show
from autograder.errors import CheckFailed
from autograder.i18n import _
from autograder.worker.frames import Frame

MAX_LINE = 60
TIMES = (datetime.date, datetime.time, datetime.timedelta)
NUMBERS = (int, float, complex, Fraction, Decimal)


@dataclass(frozen=True)
class Rule:
    """How values are compared.

    `exact`: no integral float counts for an int, and no list for a tuple. Floats may differ by
    `atol + rtol * |expected|`.
    """

    exact: bool = False
    rtol: float = 0.0
    atol: float = 0.0

    @property
    def close(self) -> bool:
        return self.rtol > 0 or self.atol > 0


@dataclass(frozen=True)
class Difference:
    """A place, as `["a"][0]`, and a sentence about it, with `{call}` for the whole place."""

    place: str
    template: str
    got: Any
    expected: Any
    index: tuple[int, ...] | None = None

    def sentence(self, call: str) -> str:
        return self.template.replace("{call}", f"{call}{self.place}", 1)


def first_difference(got: Any, expected: Any, rule: Rule = Rule(), place: str = "") -> Difference | None:
    """Return the first place where a value is not what is expected; None if there is none.

    >>> first_difference({"a": [1, 2]}, {"a": [1, 3]}).sentence("f()")
    "f()['a'][1] is 2, expected 3"
    >>> first_difference(["VALID"], ["valid"]).sentence("f()")
    "f()[0] is 'VALID', expected 'valid' (only upper and lower case differ)"
    """
    return next(_differences(got, expected, rule, place), None)


def _differences(got: Any, expected: Any, rule: Rule, place: str) -> Iterator[Difference]:
    if isinstance(got, Frame) or isinstance(expected, Frame):
        yield from _tables(got, expected, rule, place)
        return
    if isinstance(got, np.ndarray) and not isinstance(expected, np.ndarray) and not rule.exact:
        got = got.item() if got.ndim == 0 else got.tolist() if _fits(got, expected) else got
    match expected:
        case np.ndarray():
            yield from _arrays(got, expected, rule, place)
        case list() | tuple():
            yield from _sequences(got, expected, rule, place)
        case dict():
            yield from _dicts(got, expected, rule, place)
        case set() | frozenset():
            yield from _sets(got, expected, rule, place)
        case str() if isinstance(got, str):
            yield from _texts(got, expected, place)
        case _:
            if not _same_single(got, expected, rule):
                yield _is(got, expected, place)


def _tables(got: Any, expected: Any, rule: Rule, place: str) -> Iterator[Difference]:
    """Compare a table with another one, or a Series with the list of its cells."""
    rtol, atol = (rule.rtol, rule.atol) if rule.close else (0.0, 0.0)
    if isinstance(got, Frame) and got.is_series and isinstance(expected, list | tuple | np.ndarray):
        column = column_of(None, expected)
        said = next(column_differences("{call}", got.columns[0], column, rtol, atol), None)
    elif isinstance(got, Frame) and isinstance(expected, Frame):
        said = next(frame_differences(CallResult(got, "{call}"), expected, rtol=rtol, atol=atol), None)
    else:
        yield _is(got, expected, place)
        return
    if said:
        yield Difference(place, said, got, expected)


def _fits(got: np.ndarray[Any, Any], expected: Any) -> bool:
    return isinstance(expected, list | tuple) and got.ndim > 0 and len(got) == len(expected)


def _is(got: Any, expected: Any, place: str, index: tuple[int, ...] | None = None) -> Difference:
    text = _("{call} is {value}, expected {want}")
    value, want = _shown(got, expected), _shown(expected, got)
    if value == want:  # such as 1.0 for 1: the type tells them apart
        value = _("{value}, of type {type}").format(value=value, type=type(got).__name__)
    return Difference(place, _filled(text, value=value, want=want), got, expected, index)


def _is_text(got: str, expected: str, place: str) -> Difference:
    """Describe two short texts. If only upper and lower case differ, say so."""
    difference = _is(got, expected, place)
    if got.casefold() != expected.casefold():
        return difference
    remark = _("only upper and lower case differ")
    template = _filled(_("{text} ({remark})"), text=difference.template, remark=remark)
    return replace(difference, template=template)


def _filled(template: str, **values: str) -> str:
    """Fill in all but the call, which is not known yet."""
    return template.format(call="{call}", **values)


def _shown(value: Any, other: Any) -> str:
    if type(value) is float and type(other) in (float, int):
        short = number_text(value)
        return short if isinstance(other, float) and short != number_text(other) else repr(value)
    return show(value)


def _same_single(got: Any, expected: Any, rule: Rule) -> bool:
    if isinstance(expected, bool) or isinstance(got, bool):
        return isinstance(expected, bool) and isinstance(got, bool) and got == expected
    if isinstance(expected, NUMBERS) and isinstance(got, NUMBERS):
        return _same_number(got, expected, rule)
    if isinstance(expected, TIMES):
        return type(got) is type(expected) and bool(got == expected)
    return type(got) is type(expected) and bool(got == expected)


def _same_number(got: Any, expected: Any, rule: Rule) -> bool:
    if rule.close:
        return _near(got, expected, rule)
    inexact = isinstance(got, float | complex) != isinstance(expected, float | complex)
    special = isinstance(got, Fraction | Decimal) or isinstance(expected, Fraction | Decimal)
    if type(got) is not type(expected) and (rule.exact or (inexact and special)):
        return False
    if isinstance(got, float) and isinstance(expected, float) and math.isnan(got) and math.isnan(expected):
        return True
    if {type(got), type(expected)} == {Fraction, Decimal}:
        return False
    return bool(got == expected)


def _near(got: Any, expected: Any, rule: Rule) -> bool:
    try:
        one, other = (
            complex(value) if isinstance(value, complex) else float(value) for value in (got, expected)
        )
    except OverflowError:
        return bool(got == expected)
    if isinstance(one, complex) or isinstance(other, complex):
        return abs(one - other) <= rule.atol + rule.rtol * abs(other)
    if math.isnan(other) or math.isinf(other):
        return one == other or (math.isnan(one) and math.isnan(other))
    return abs(one - other) <= rule.atol + rule.rtol * abs(other)


def _sequences(
    got: Any, expected: list[Any] | tuple[Any, ...], rule: Rule, place: str
) -> Iterator[Difference]:
    fitting = type(got) is type(expected) if rule.exact else isinstance(got, list | tuple)
    if not fitting:
        yield _is(got, expected, place)
        return
    for index, (one, other) in enumerate(zip(got, expected, strict=False)):
        yield from _differences(one, other, rule, f"{place}[{index}]")
    if len(got) != len(expected):
        text = _("{call} has {have} entries instead of {want}: {value}")
        if len(got) > len(expected):
            remark = _("{value} is too much").format(value=show(got[len(expected)]))
        else:
            remark = _("{value} is missing").format(value=show(expected[len(got)]))
        template = _filled(text, have=str(len(got)), want=str(len(expected)), value=remark)
        yield Difference(place, template, got, expected)


def _dicts(got: Any, expected: dict[Any, Any], rule: Rule, place: str) -> Iterator[Difference]:
    if not isinstance(got, dict):
        yield _is(got, expected, place)
        return
    for key, other in expected.items():
        if not _has(got, key):
            text = _("{call} has no key {value}")
            yield Difference(place, _filled(text, value=show(key)), got, expected)
        else:
            yield from _differences(got[key], other, rule, f"{place}[{show(key)}]")
    if len(got) > len(expected):
        key = next(key for key in got if key not in expected)
        text = _("{call} has the key {value}, which is not expected")
        yield Difference(place, _filled(text, value=show(key)), got, expected)


def _has(got: dict[Any, Any], key: Any) -> bool:
    """Return whether a dict has a key; True is none where 1 is expected."""
    if key not in got:
        return False
    if key in (0, 1):
        return any(one == key and isinstance(one, bool) == isinstance(key, bool) for one in got)
    return True


def _sets(got: Any, expected: set[Any] | frozenset[Any], rule: Rule, place: str) -> Iterator[Difference]:
    fitting = type(got) is type(expected) if rule.exact else isinstance(got, set | frozenset)
    if not fitting:
        yield _is(got, expected, place)
        return
    for missing in sorted(expected - got, key=repr)[:1]:
        yield Difference(place, _filled(_("{call} lacks {value}"), value=show(missing)), got, expected)
    if len(got) > len(expected):
        value = min((one for one in got if one not in expected), key=repr)
        text = _("{call} has {value} in it, which is not expected")
        yield Difference(place, _filled(text, value=show(value)), got, expected)


def _texts(got: str, expected: str, place: str) -> Iterator[Difference]:
    if got == expected:
        return
    if len(got) <= MAX_LINE and len(expected) <= MAX_LINE and "\n" not in expected.rstrip("\n"):
        yield _is_text(got, expected, place)
        return
    mine, theirs = got.split("\n", expected.count("\n") + 1), expected.split("\n")
    for number, (one, other) in enumerate(zip(mine, theirs, strict=False), 1):
        if one != other:
            yield _line(number, one, other, place)
    if len(mine) < len(theirs):
        text = _("{call} ends after line {number}, expected another line: {want}")
        template = _filled(text, number=str(len(mine)), want=show(theirs[len(mine)]))
    else:
        text = _("{call} goes on after line {number}, where it should end: {value}")
        template = _filled(text, number=str(len(theirs)), value=show(mine[len(theirs)]))
    yield Difference(place, template, got, expected)


def _line(number: int, got: str, expected: str, place: str) -> Difference:
    """Show two lines from shortly before the first character that differs, with a caret under it."""
    column = next(
        (at for at, (one, other) in enumerate(zip(got, expected, strict=False)) if one != other),
        min(len(got), len(expected)),
    )
    first = max(0, column - MAX_LINE // 2)
    cut = "…" if first else ""
    one, other = (cut + repr(text[first : first + MAX_LINE])[1:-1] for text in (got, expected))
    spaces = len(cut) + len(repr(got[first:column])[1:-1])
    said = _filled(
        _("{call} differs in line {number}, column {column}"), number=str(number), column=str(column + 1)
    )
    lines = [said, f"  {one}", f"  {other}   ({_('expected')})", f"  {' ' * spaces}^"]
    return Difference(place, "\n".join(lines), got, expected)


def _arrays(got: Any, expected: np.ndarray[Any, Any], rule: Rule, place: str) -> Iterator[Difference]:
    try:
        array = as_numbers(CallResult(got, "{call}"), expected.shape)
    except CheckFailed as error:
        yield Difference(place, str(error), got, expected)
        return
    with np.errstate(all="ignore"):
        same = np.isclose(array, expected, rtol=rule.rtol, atol=rule.atol, equal_nan=True)
    wrong = np.argwhere(~same)
    if len(wrong):
        index = tuple(wrong[0].tolist())
        where = place + (f"[{', '.join(map(str, index))}]" if index else "")
        yield _is(array[index].item(), expected[index].item(), where, index)
