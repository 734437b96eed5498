"""The vocabulary of a check: `points` and the `assert_…` functions.

A check is a pytest function with one fixture, `student`. Whatever is asked of `student` comes
back as an `Answer`: the value together with the call it answers. Checks never compute with it;
they hand it to one of the functions here, which say the first thing wrong, where and by how much.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from autograder.checks.result import CallResult, Place
from autograder.checks.wording import MAX_COUNT, difference, ragged, shape_gap, show, wrong_kind
from autograder.errors import CheckFailed
from autograder.i18n import N_, _, ngettext

__tracebackhide__ = True  # pytest then shows the check's own lines, and none of this file
RTOL, ATOL = 1e-5, 1e-6
MAX_LISTED = 100_000
Given = ParamSpec("Given")
Test = TypeVar("Test", bound=Callable[..., None])
ANY: Any = object()  # stands in a table or a tuple of counts for an integer that the check does not look at


def judged(
    judge: Callable[Concatenate[CallResult, Given], None],
) -> Callable[Concatenate[CallResult, Given], None]:
    """Let the answer decide when it is judged. What is expected of it is kept as it is now."""

    @functools.wraps(judge)
    def later(answer: CallResult, /, *expected: Given.args, **options: Given.kwargs) -> None:
        kept, named = _kept(expected), {name: _kept(value) for name, value in options.items()}
        answer.judge(lambda one: judge(one, *kept, **named))

    return later


def _kept(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return (
            [_kept(one) for one in value] if isinstance(value, list) else tuple(_kept(one) for one in value)
        )
    return value.copy() if isinstance(value, np.ndarray) else value


def entry(answer: CallResult, indices: tuple[int, ...], of: tuple[int, ...]) -> CallResult:
    """Return `answer[i][j]…` of nested lists whose lengths are `of`, so that each entry can earn its own points."""

    def part(answer: CallResult) -> CallResult:
        for index, length in zip(indices, of, strict=True):
            parts = _parts(Place(answer), _given(answer), N_("a list of length {length}"), length)
            answer = CallResult(parts[index], f"{answer.call}[{index}]")
        return answer

    return answer.then(part)


@dataclass(frozen=True)
class Value:
    """What `points` says of a check."""

    points: float
    rung: str
    for_reading: bool


def points(value: float, *, rung: str, for_reading: bool = False) -> Callable[[Test], Test]:
    """Mark a check with what it is worth and the step of the ladder it belongs to.

    One that says more clearly what others find too is there `for_reading`; any other must find a mistake that they don't.
    """

    def mark(check: Test) -> Test:
        setattr(check, "worth", Value(value, rung, for_reading))  # noqa: B010 - functions have no such attribute yet
        return check

    return mark


def assert_array(answer: CallResult, want: ArrayLike) -> None:
    """Fail unless the answer has the shape and the values of `want` (rtol 1e-5, atol 1e-6).

    Lists, integers, float32 and any memory layout count; the number of dimensions must agree.
    """
    expected = np.array(want)
    answer.judge(lambda one: _same_array(one, expected))


def _same_array(answer: CallResult, expected: NDArray[Any]) -> None:
    got = as_numbers(answer)
    if got.shape != expected.shape:
        raise CheckFailed(shape_gap(answer.call, got, expected))
    if (got == expected).all() and np.isfinite(
        got
    ).all():  # nearly always, and known much sooner than what is close
        return
    with np.errstate(all="ignore"):
        wrong = np.argwhere(~np.isclose(got, expected, rtol=RTOL, atol=ATOL)).tolist()
    infinite = np.argwhere(~np.isfinite(got)).tolist()
    if infinite or wrong:
        here = tuple((infinite or wrong)[0])
        raise CheckFailed(difference(answer.call, got, expected, here, len(infinite), len(wrong)), here)


@judged
def assert_shape(answer: CallResult, shape: tuple[int, ...]) -> None:
    """Fail unless the answer is an array, or nested lists, of numbers with this shape."""
    got = as_numbers(answer)
    if got.shape != tuple(shape):
        raise CheckFailed(shape_gap(answer.call, got, np.empty(shape)))


@judged
def assert_size(answer: CallResult, want: int) -> None:
    """Fail unless the answer is exactly the integer `want`; 14.0 is no size."""
    size = _scalar(_given(answer))
    if isinstance(size, float) and size == want:
        text = _("{call} is {value}, a float; a size is an int: {want}. Divide with // instead of /")
        raise CheckFailed(text.format(call=answer.call, value=size, want=want))
    if isinstance(size, float) or _integer(size) != want:
        text = _("{call} is {value}, expected the integer {want}")
        raise CheckFailed(text.format(call=answer.call, value=show(size), want=want))


@judged
def assert_count(answer: CallResult, want: int | Sequence[int], parts: Sequence[str] = ()) -> None:
    """Fail unless the answer is the exact count `want`, or the exact tuple of counts.

    An integral float counts, and a list for a tuple. `parts` name the entries of a tuple.
    """
    value = _given(answer)
    if isinstance(want, int):
        return _same_count(Place(answer), value, want)
    expected = N_("the tuple ({names})") if parts else N_("{length} integers")
    got = _parts(Place(answer), value, expected, len(want), names=", ".join(parts))
    for index, (part, wanted) in enumerate(zip(got, want, strict=True)):
        _same_count(Place(answer, f"[{index}]" + (f" ({parts[index]})" if parts else "")), part, wanted)


@judged
def assert_table(answer: CallResult, want: Sequence[tuple[str, tuple[int | None, ...], int]]) -> None:
    """Fail unless the answer is the table `want` of rows `(kind, output shape, parameters)`.

    Lists count for tuples and Keras' class names for kinds.
    """
    rows = _as_sequence(_given(answer))
    if rows is None:
        raise CheckFailed(wrong_kind(answer.call, answer.value, _("a table with a row for each layer")))
    if len(rows) != len(want):
        text = _("{call} has {have}, expected {want}, one for each layer")
        raise CheckFailed(text.format(call=answer.call, have=_rows(len(rows)), want=_rows(len(want))))
    for index, (row, expected) in enumerate(zip(rows, want, strict=True)):
        _same_row(Place(answer, f"[{index}]"), row, *expected)


def kind_of(name: str) -> str:
    """Return a layer's kind; Keras' class names count."""
    return name.lower().replace("pooling", "pool")


@judged
def assert_sound(answer: CallResult, want: Sequence[tuple[Any, ...]]) -> None:
    """Fail if the answer lists nothing, or anything that isn't in `want`."""
    members = _as_members(answer, want)
    if not members:
        raise CheckFailed(_("{call} is empty").format(call=answer.call))
    for index, member in enumerate(members):
        if member not in want:
            text = _("{call} lists {value}, which does not fit")
            raise CheckFailed(text.format(call=answer.call, value=show(answer.value[index])))


@judged
def assert_complete(answer: CallResult, want: Sequence[tuple[Any, ...]]) -> None:
    """Fail if anything of `want` is missing from the answer."""
    listed = _as_members(answer, want)
    missing = [member for member in want if member not in listed]
    if missing:
        text = _("{call} has {have} of the {count} that fit; {value} is missing")
        raise CheckFailed(
            text.format(call=answer.call, have=len(want) - len(missing), count=len(want), value=missing[0])
        )


def assert_arguments_unchanged(answer: CallResult) -> None:
    """Fail if the call that gave this answer changed one of the arrays it was passed."""
    answer.judge(_arguments_unchanged, after=True)


def _arguments_unchanged(answer: CallResult) -> None:
    changed = answer.changed_arguments()
    if changed:
        text = _("{call} changes its argument {value}; work on a copy instead, as x.copy() makes it")
        raise CheckFailed(text.format(call=answer.call, value=changed[0]))


def _given(answer: CallResult) -> Any:
    if answer.value is None:
        called = (
            _("{call} is None. Did you forget to return it?")
            if "(" in answer.call
            else _("{call} is None, expected a value")
        )
        raise CheckFailed(called.format(call=answer.call))
    return answer.value


def as_numbers(answer: CallResult) -> NDArray[Any]:
    """Return the answer as an array of real numbers. Raises CheckFailed, which says what it is instead."""
    if not _numeric(_given(answer)):
        raise CheckFailed(wrong_kind(answer.call, answer.value, _("an array of numbers")))
    try:
        got = np.asarray(answer.value)
    except ValueError:
        raise CheckFailed(ragged(answer.call, answer.value)) from None
    if got.dtype.kind not in "biufc":
        raise CheckFailed(_("{call} has a number that is too large for an array").format(call=answer.call))
    if got.dtype.kind == "c" and got.imag.any():
        text = _("{call} has complex numbers, expected real ones; after a Fourier transform take .real")
        raise CheckFailed(text.format(call=answer.call))
    return got.real


def _rows(many: int) -> str:
    return ngettext("{count} row", "{count} rows", many).format(count=many)


def _same_row(here: Place, row: Any, kind: str, shape: Sequence[int | None], parameters: int) -> None:
    got_kind, got_shape, got_parameters = _parts(here, row, N_("(kind, output shape, parameters)"), 3)
    if not isinstance(got_kind, str) or kind_of(got_kind) != kind:
        text = _("{call} is of kind {value}, expected {want}")
        raise CheckFailed(text.format(call=here, value=show(got_kind), want=repr(kind)))
    here, sizes = replace(here, part=f"{here.part} ({kind})"), _as_sequence(got_shape) or []
    if any(isinstance(size, float) for size in sizes):
        text = _("{call} has output shape {shape}; sizes are ints: divide with // instead of /")
        raise CheckFailed(text.format(call=here, shape=show(got_shape)))
    if len(sizes) != len(shape) or not all(map(_same_dimension, sizes, shape)):
        expected = ", ".join("any" if size is ANY else str(size) for size in shape)
        text = _("{call} has output shape {shape}, expected ({want})")
        raise CheckFailed(text.format(call=here, shape=show(got_shape), want=expected))
    _same_count(here, got_parameters, parameters, N_("{call} has {value} parameters, expected {want}"))


def _same_count(
    what: Place, value: Any, want: int, text: str = N_("{call} is {value}, expected {want}")
) -> None:
    got = _integer(value)
    if got is None or want not in (ANY, got):
        expected = _("an integer") if want is ANY else f"{want:,}"
        raise CheckFailed(
            _(text).format(call=what, value=show(value) if got is None else f"{got:,}", want=expected)
        )


def _same_dimension(size: Any, want: int | None) -> bool:
    return size is None if want is None else _integer(size) is not None and want in (ANY, _integer(size))


def _integer(value: Any) -> int | None:
    """Return the integer that `value` is, be it an int, an integral float or an array of one."""
    value = _scalar(value)
    if isinstance(value, int):
        return None if isinstance(value, bool) or abs(value) >= MAX_COUNT else value
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < MAX_COUNT else None


def _scalar(value: Any) -> Any:
    return value.item() if isinstance(value, np.ndarray) and value.ndim == 0 else value


def _numeric(value: Any) -> bool:
    """Whether a value is made of numbers only; a text in it would make numpy reserve its length for every entry."""
    if isinstance(value, list | tuple):
        return all(map(_numeric, value))
    return isinstance(value, np.ndarray | bool | int | float | complex)


def _as_sequence(value: Any) -> list[Any] | None:
    if isinstance(value, np.ndarray) and value.ndim and value.size <= MAX_LISTED:
        return list(value.tolist())
    return list(value) if isinstance(value, list | tuple) else None


def _parts(what: Place, value: Any, expected: str, length: int | None = None, **inserts: Any) -> list[Any]:
    """Return the entries of a list, tuple or array, of which there must be so many."""
    parts = _as_sequence(value)
    if parts is None or length not in (None, len(parts)):
        raise CheckFailed(wrong_kind(str(what), value, _(expected).format(length=length, **inserts)))
    return parts


def _as_members(answer: CallResult, want: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return the listed tuples with integers and texts as they are, anything else as the words that show it."""
    members = _parts(Place(answer), _given(answer), N_("a list of tuples such as {example}"), example=want[0])
    return [tuple(_member_part(part) for part in _as_sequence(member) or [member]) for member in members]


def _member_part(part: Any) -> int | str:
    whole = _integer(part)
    return whole if whole is not None else part if isinstance(part, str) else show(part)
