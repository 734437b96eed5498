"""Values that are carried under a name: fractions, decimals, dates, times, tables; in requests, operations.

Each is made of plain data, and of nothing that runs. Numbers are bounded in digits and exponents, so that
what is computed with them later is, too.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from autograder.worker.frames import Frame, frame_of_parts, parts_of_frame
from autograder.worker.operations import Operation

MAX_BITS, MAX_DIGITS, MAX_EXPONENT = 10_000, 3_000, 10_000


class NotCarried(ValueError):
    """The value is too long a number, or a time with a zone that is no fixed offset."""


def parts_of(value: Any) -> list[Any] | None:
    """Return the name and the parts of a value of these types; None for a value of another type."""
    parts = PARTS.get(type(value))
    return [type(value).__name__, *parts(value)] if parts else None


def value_of_parts(name: str, *parts: Any) -> Any:
    """Return the value of a name and its parts. Raises ValueError or TypeError if there is none."""
    for kind, part in zip(KINDS[name], parts, strict=True):
        if type(part) is not kind:
            raise NotCarried(name)
    return MADE[name](*parts)


def _decimal(text: str) -> Decimal:
    if len(text) > MAX_DIGITS + 20:
        raise NotCarried("too long an integer")
    value = Decimal(text)
    if value.is_finite() and abs(value.adjusted()) > MAX_EXPONENT:
        raise NotCarried("too long an integer")
    return value


def _decimal_parts(value: Decimal) -> list[str]:
    text = Decimal.__str__(value)
    _decimal(text)
    return [text]


def _fraction(numerator: int, denominator: int) -> Fraction:
    if max(numerator.bit_length(), denominator.bit_length()) > MAX_BITS:
        raise NotCarried("too long an integer")
    value = Fraction(numerator, denominator)
    if value.denominator != denominator:
        raise NotCarried("not in lowest terms")
    return value


def _fraction_parts(value: Fraction) -> list[int]:
    _fraction(value.numerator, value.denominator)
    return [value.numerator, value.denominator]


def _time_parts(value: Any) -> list[Any]:
    """Return the parts of a datetime or a time. A time zone becomes its offset at that time."""
    zone = value.tzinfo
    if zone is not None and type(zone) is not datetime.timezone:
        offset = value.utcoffset()
        if type(offset) is not datetime.timedelta:
            raise NotCarried("no data: time zone")
        value = value.replace(tzinfo=datetime.timezone(offset))
    return [value.isoformat(), value.fold]


# A datetime is a date, too, so it comes first.
PARTS: dict[type, Callable[[Any], list[Any]]] = {
    Fraction: _fraction_parts,
    Decimal: _decimal_parts,
    datetime.datetime: _time_parts,
    datetime.time: _time_parts,
    datetime.date: lambda value: [value.isoformat()],
    datetime.timedelta: lambda value: [value.days, value.seconds, value.microseconds],
    Frame: parts_of_frame,
}
KINDS: dict[str, tuple[type, ...]] = {
    "Fraction": (int, int),
    "Decimal": (str,),
    "datetime": (str, int),
    "time": (str, int),
    "date": (str,),
    "timedelta": (int, int, int),
    "Frame": (bool, list, list),
}
MADE: dict[str, Callable[..., Any]] = {
    "Fraction": _fraction,
    "Decimal": _decimal,
    "datetime": lambda text, fold: datetime.datetime.fromisoformat(text).replace(fold=fold),
    "time": lambda text, fold: datetime.time.fromisoformat(text).replace(fold=fold),
    "date": datetime.date.fromisoformat,
    "timedelta": datetime.timedelta,
    "Frame": frame_of_parts,
}


def operation_of_parts(kind: Any, operands: Any, number: Any) -> Operation:
    """Return the operation of its parts. Raises ValueError if it has another form."""
    if type(kind) is not str or type(operands) is not tuple or type(number) is not int:
        raise NotCarried("operation")
    return Operation(kind, operands, number)
