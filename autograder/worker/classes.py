"""Which class a value or an exception has: by identity, whatever the student's code says of it."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Mapping
from typing import Any

from autograder.worker.wire import WireError

MOST_NAMES = 50
"""So many names are told of the class of an exception."""
BUILTIN_CLASSES = {name: one for name, one in vars(builtins).items() if isinstance(one, type)}
MRO = type.__dict__["__mro__"].__get__
NAMES = type.__dict__["__dict__"].__get__


def has_equality(kind: type) -> bool:
    """Whether a class, or one that it inherits from, says which of its objects are equal."""
    return any("__eq__" in NAMES(one) for one in MRO(kind) if one is not object)


def exception_type(value: Any, name: str) -> type:
    """Return the value of a name if it is a class of exceptions. Raises WireError for all else."""
    if type not in MRO(type(value)) or BaseException not in MRO(value):
        raise WireError(f"no exception: {name.removeprefix('student.')}")
    kind: type = value
    return kind


def identities(kind: type, names: Mapping[str, Any]) -> list[str]:
    """Return what an exception's class and its bases are called, each tested by identity.

    `builtins.ValueError` is Python's own one. Those of the submission are called as in `names`: one that is
    there as `Closed` is `student.Closed`.
    """
    found, own = list[str](), list[type]()
    for one in MRO(kind):
        module, name = one.__module__, one.__qualname__
        named = BUILTIN_CLASSES if module == "builtins" else vars(sys.modules.get(module, builtins))
        if type(name) is str and named.get(name) is one and module in sys.stdlib_module_names:
            found.append(f"{module}.{name}")
        else:
            own.append(one)
    if own:
        owners = ((name, value) for name, value in names.items() if any(value is one for one in own))
        found += [f"student.{name}" for name, _value in owners if type(name) is str]
    return found[:MOST_NAMES]


def is_instance(value: Any, kinds: Any) -> bool:
    """Return whether a value is an instance, by its type and not by the `__class__` that it shows."""
    own = MRO(type(value))
    for kind in kinds if type(kinds) is tuple else (kinds,):
        if any(kind is one for one in own):
            return True
        abstract = type(kind).__module__ == "abc" and kind.__module__ in (
            "collections.abc",
            "numbers",
            "typing",
        )
        if abstract and issubclass(type(value), kind):
            return True
    return False
