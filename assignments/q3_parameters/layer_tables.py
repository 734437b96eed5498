"""How the checks of this exercise compare tables of layers and lists of inputs, and what they say.

This file lies beside your checks, so that you can run them. It knows no solution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from autograder.checks import (
    ANY,
    CallResult,
    CheckFailed,
    Place,
    as_integer,
    as_list,
    assertion,
    mismatch,
    show,
    value_of,
)
from autograder.i18n import current_language

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
PERSIAN = {
    "a table with a row for each layer": "جدولی با یک سطر برای هر لایه",
    "{call} has {have}, expected {want}, one for each layer": (
        "‏⁨{call}⁩ شامل ⁨{have}⁩ است، ولی باید شامل ⁨{want}⁩ باشد، یکی برای هر لایه"
    ),
    "{count} row": "‏⁨{count}⁩ سطر",
    "{count} rows": "‏⁨{count}⁩ سطر",
    "(kind, output shape, parameters)": "‏(نوع، شکل خروجی، تعداد پارامترها)‏",
    "{call} is of kind {value}, expected {want}": "نوع ⁨{call}⁩ برابر ⁨{value}⁩ است، ولی باید ⁨{want}⁩ باشد",
    "{call} has output shape {shape}; sizes are ints: divide with // instead of /": (
        "شکل خروجی ⁨{call}⁩ برابر ⁨{shape}⁩ است؛ اندازه‌ها باید int باشند: به‌جای ⁨/⁩ با ⁨//⁩ تقسیم کنید"
    ),
    "{call} has output shape {shape}, expected ({want})": (
        "شکل خروجی ⁨{call}⁩ برابر ⁨{shape}⁩ است، ولی باید ⁨({want})⁩ باشد"
    ),
    "{call} has {value} parameters, expected {want}": (
        "تعداد پارامترهای ⁨{call}⁩ برابر ⁨{value}⁩ است، ولی باید ⁨{want}⁩ باشد"
    ),
    "an integer": "عددی صحیح",
    "{call} is empty": "‏⁨{call}⁩ خالی است",
    "{call} lists {value} more than once": "‏⁨{call}⁩ بیش از یک بار شامل ⁨{value}⁩ است",
    "{call} lists {value}; upper and lower case count: write {want}": (
        "‏⁨{call}⁩ شامل ⁨{value}⁩ است؛ حروف بزرگ و کوچک فرق دارند: ⁨{want}⁩ بنویسید"
    ),
    "{call} lists {value}, which does not fit": "‏⁨{call}⁩ شامل ⁨{value}⁩ است که در شرط‌ها صدق نمی‌کند",
    "{call} has {have} of the {count} that fit; {value} is missing": (
        "از ⁨{count}⁩ موردی که در شرط‌ها صدق می‌کند، ⁨{have}⁩ مورد در ⁨{call}⁩ هست؛ ⁨{value}⁩ در آن نیست"
    ),
    "{call} has too many entries to be checked (more than {detail})": (
        "تعداد درایه‌های ⁨{call}⁩ بیش از آن است که بتوان آن را بررسی کرد (بیش از ⁨{detail}⁩)‏"
    ),
    "a list of tuples such as {example}": "لیستی از تاپل‌ها مانند ⁨{example}⁩‏",
}
MAX_MEMBERS = 5_000  # of a list of inputs: each takes a few microseconds to compare
MAX_WORD = 100
Row = tuple[str, tuple[int | None, ...], int]
"""(kind, output shape, parameters) of a layer. ANY stands for an integer that a check does not look at."""


def _(english: str) -> str:
    """Return a sentence in the language of the student."""
    return PERSIAN[english] if current_language() == "fa" else english


def canonical(text: str) -> str:
    """Return the kind of a layer. The class names of deep-learning libraries count, such as MaxPooling2D."""
    return text.lower().replace("pooling", "pool")


@assertion
def assert_table(result: CallResult, want: Sequence[Row]) -> None:
    """Fail unless the result is the table `want`. Lists count for tuples."""
    rows = as_list(value_of(result))
    if rows is None:
        raise mismatch(result.call, result.value, _("a table with a row for each layer"))
    if len(rows) != len(want):
        text = _("{call} has {have}, expected {want}, one for each layer")
        raise CheckFailed(text.format(call=result.call, have=_rows(len(rows)), want=_rows(len(want))))
    for index, (row, expected) in enumerate(zip(rows, want, strict=True)):
        _same_row(Place(result, f"[{index}]"), row, *expected)


def _rows(count: int) -> str:
    return _("{count} row" if count == 1 else "{count} rows").format(count=count)


def _same_row(place: Place, row: Any, kind: str, shape: Sequence[int | None], parameters: int) -> None:
    items = as_list(row, 3)
    if items is None:
        raise mismatch(place, row, _("(kind, output shape, parameters)"))
    got_kind, got_shape, got_parameters = items
    if not isinstance(got_kind, str) or canonical(got_kind) != kind:
        text = _("{call} is of kind {value}, expected {want}")
        raise CheckFailed(text.format(call=place, value=show(got_kind), want=repr(kind)))
    named = replace(place, part=f"{place.part} ({kind})")
    _same_shape(named, got_shape, shape)
    _same_parameters(named, got_parameters, parameters)


def _same_shape(place: Place, got: Any, want: Sequence[int | None]) -> None:
    sizes = as_list(got) or []
    if any(isinstance(size, float) for size in sizes):
        text = _("{call} has output shape {shape}; sizes are ints: divide with // instead of /")
        raise CheckFailed(text.format(call=place, shape=show(got)))
    if len(sizes) != len(want) or not all(map(_same_size, sizes, want)):
        expected = ", ".join("any" if size is ANY else str(size) for size in want)
        text = _("{call} has output shape {shape}, expected ({want})")
        raise CheckFailed(text.format(call=place, shape=show(got), want=expected))


def _same_size(size: Any, want: int | None) -> bool:
    if want is None:
        return size is None
    return as_integer(size) is not None and want in (ANY, as_integer(size))


def _same_parameters(place: Place, value: Any, want: int) -> None:
    got = as_integer(value)
    if got is None or want not in (ANY, got):
        expected = _("an integer") if want is ANY else f"{want:,}"
        text, shown = (
            _("{call} has {value} parameters, expected {want}"),
            f"{got:,}" if got is not None else show(value),
        )
        raise CheckFailed(text.format(call=place, value=shown, want=expected))


@assertion
def assert_sound(result: CallResult, want: Sequence[tuple[Any, ...]]) -> None:
    """Fail if the result lists anything that isn't in `want`, or anything twice; nothing at all, too, unless
    nothing is wanted.
    """
    members, seen = _members(result, want), set[tuple[int | str, ...] | None]()
    if want and not members:
        raise CheckFailed(_("{call} is empty").format(call=result.call))
    for index, member in enumerate(members):
        found = _member(member, len(want[0]) if want else 3)
        if found in want and found in seen:
            text = _("{call} lists {value} more than once")
            raise CheckFailed(text.format(call=result.call, value=show(list(value_of(result))[index])))
        seen.add(found)
        if found not in want:
            word = _word_meant(found or (), want)
            other_case = _("{call} lists {value}; upper and lower case count: write {want}")
            text = other_case if word else _("{call} lists {value}, which does not fit")
            shown = show(list(value_of(result))[index])
            raise CheckFailed(text.format(call=result.call, value=shown, want=repr(word)))


def _word_meant(member: tuple[int | str, ...], want: Sequence[tuple[Any, ...]]) -> str:
    """Return the word of `want` that a word of a member differs from in upper and lower case only."""
    meant = {word for fitting in want for word in fitting if isinstance(word, str)}
    words = [word for word in member if isinstance(word, str) and word not in meant]
    return next((word.lower() for word in words if len(word) < MAX_WORD and word.lower() in meant), "")


@assertion
def assert_complete(result: CallResult, want: Sequence[tuple[Any, ...]]) -> None:
    """Fail if anything of `want` is missing from the result."""
    listed = {_member(member, len(want[0]) if want else 3) for member in _members(result, want)}
    missing = [member for member in want if member not in listed]
    if missing:
        text, have = (
            _("{call} has {have} of the {count} that fit; {value} is missing"),
            len(want) - len(missing),
        )
        raise CheckFailed(text.format(call=result.call, have=have, count=len(want), value=missing[0]))


def _members(result: CallResult, want: Sequence[tuple[Any, ...]]) -> list[Any]:
    """Return what the result lists."""
    members = as_list(value_of(result))
    if members is None:
        example = want[0] if want else (14, 1, "same")
        raise mismatch(
            result.call, result.value, _("a list of tuples such as {example}").format(example=example)
        )
    if len(members) > MAX_MEMBERS:
        text = _("{call} has too many entries to be checked (more than {detail})")
        raise CheckFailed(text.format(call=result.call, detail=f"{MAX_MEMBERS:,}"))
    return members


def _member(member: Any, length: int) -> tuple[int | str, ...] | None:
    """Return a listed tuple of integers and texts. None for anything else: it is no tuple that fits."""
    parts = [_entry(part) for part in as_list(member, length) or [None]]
    return None if None in parts else tuple(part for part in parts if part is not None)


def _entry(part: Any) -> int | str | None:
    whole = as_integer(part)
    return part if whole is None and isinstance(part, str) else whole
