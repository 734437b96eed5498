"""Records as JSON and back: a dataclass becomes the list of its field values.

Reading checks every value against the type that the record declares for it.
"""

from __future__ import annotations

import enum
import functools
import json
import types
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints


@functools.lru_cache(1024)  # most rows of a class are alike
def to_json(record: Any) -> str:
    """Return a record as JSON."""
    return json.dumps(record, default=_plain, separators=(",", ":"))


@functools.lru_cache(1024)
def from_json(kind: Any, text: str) -> Any:
    """Return the record of type `kind` that a text holds. Raises ValueError or TypeError if it doesn't."""
    return _typed(kind, json.loads(text))


def _plain(value: Any) -> Any:
    """Return an enum member's value, or the list of a dataclass's field values."""
    if isinstance(value, enum.Enum):
        return value.value
    return [getattr(value, field.name) for field in fields(value)]


@functools.cache
def _field_types(record_type: Any) -> list[Any]:
    hints = get_type_hints(record_type)
    return [hints[field.name] for field in fields(record_type)]


def _typed(kind: Any, data: Any) -> Any:
    """Return plain data as a value of a type: a dataclass, an enum, a tuple, `X | None`, or a plain type."""
    if get_origin(kind) is types.UnionType:
        return None if data is None else _typed(get_args(kind)[0], data)
    if get_origin(kind) is tuple:
        return tuple(_typed_items(get_args(kind), data))
    if issubclass(kind, enum.Enum):
        return kind(data)
    if is_dataclass(kind):
        return _record(kind, data)
    if type(data) is not kind and (kind, type(data)) != (float, int):
        raise ValueError(f"{data!r} is no {kind.__name__}")
    return data


def _record(record_type: Any, data: Any) -> Any:
    """Return a record. Its last fields may be missing if they have defaults: an earlier version wrote it."""
    kinds = _field_types(record_type)
    present = max(len(data), _needed(record_type)) if type(data) is list else len(kinds)
    return record_type(*_typed_items(kinds[:present], data))


@functools.cache
def _needed(record_type: Any) -> int:
    """Return how many fields of a record have no default; these come first."""
    return sum(field.default is MISSING for field in fields(record_type))


def _typed_items(kinds: Any, data: Any) -> list[Any]:
    """Return the items of a list, each as its type; `(X, ...)` is any number of items of type X."""
    if type(data) is not list:
        raise ValueError(f"{data!r} is no list")
    if kinds and kinds[-1] is ...:
        kinds = kinds[:1] * len(data)
    return [_typed(kind, item) for kind, item in zip(kinds, data, strict=True)]
