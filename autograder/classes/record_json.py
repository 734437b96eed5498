"""Records as JSON and back: a dataclass is the list of its fields. What is read is checked against the types that the records declare."""

from __future__ import annotations

import enum
import functools
import json
import types
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints


@functools.lru_cache(1024)  # most rows of a class are alike
def text(record: Any) -> str:
    """Return a record as JSON."""
    return json.dumps(record, default=_parts, separators=(",", ":"))


@functools.lru_cache(1024)
def record(kind: Any, text: str) -> Any:
    """Return the record of this kind that a text holds. Raises ValueError where it holds anything else."""
    return _made(kind, json.loads(text))


def _parts(value: Any) -> Any:
    return (
        value.value
        if isinstance(value, enum.Enum)
        else [getattr(value, field.name) for field in fields(value)]
    )


@functools.cache
def _kinds(kind: Any) -> list[Any]:
    hints = get_type_hints(kind)
    return [hints[field.name] for field in fields(kind)]


def _made(kind: Any, data: Any) -> Any:
    """Return plain data as a value of a kind: a dataclass, an enum, a tuple, one of several, or a plain type."""
    if get_origin(kind) is types.UnionType:
        return None if data is None else _made(get_args(kind)[0], data)
    if get_origin(kind) is tuple or is_dataclass(kind):
        several = get_args(kind) or _kinds(kind)
        if type(data) is not list:
            raise ValueError(f"{data!r} is no list")
        values = [
            _made(*pair)
            for pair in zip(several[:1] * len(data) if several[-1] is ... else several, data, strict=True)
        ]
        return tuple(values) if get_origin(kind) is tuple else kind(*values)
    if issubclass(kind, enum.Enum):
        return kind(data)
    if type(data) is not kind and (kind, type(data)) != (float, int):
        raise ValueError(f"{data!r} is no {kind.__name__}")
    return data
