"""Operations: what a request does to the values of a submission, as data that crosses the wire.

`student.Account("Ann").deposit(5)` is a call of an attribute of a call of a name. Operations nest, and each
may keep its value under a number, so that a later request of the same check can use it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

NOT_KEPT = -1


class Operation(NamedTuple):
    """One step, with its operands: plain data, or operations.

    `kind` is one of the `do_…` methods of `objects.Objects`. Under `number` its value is kept.
    """

    kind: str
    operands: tuple[Any, ...]
    number: int = NOT_KEPT

    def with_kept(self, kept: frozenset[int] | set[int]) -> Operation:
        """Return this operation, in which values are kept under the numbers in `kept` only."""
        number = self.number if self.number in kept else NOT_KEPT
        return Operation(self.kind, tuple(_with_kept(one, kept) for one in self.operands), number)

    def inner(self) -> Iterator[Operation]:
        """Yield this operation and all that are nested in it."""
        yield self
        for operand in self.operands:
            yield from operations_in(operand)


def _with_kept(value: Any, kept: frozenset[int] | set[int]) -> Any:
    match value:
        case Operation():
            return value.with_kept(kept)
        case list():
            return [_with_kept(one, kept) for one in value]
        case tuple():
            return tuple(_with_kept(one, kept) for one in value)
        case dict():
            return {key: _with_kept(one, kept) for key, one in value.items()}
    return value


def operations_in(value: Any) -> Iterator[Operation]:
    """Yield the operations in an operand, and those that are nested in them."""
    if type(value) is Operation:
        yield from value.inner()
    elif type(value) in (list, tuple, dict):
        for one in value.values() if type(value) is dict else value:
            yield from operations_in(one)


def kept(number: int) -> Operation:
    """Return the operation that gives the value that is kept under a number."""
    return Operation("kept", (number,))
