"""Expressions that a check sends, as `lambda x: x + 1`, with the modules that they name."""

from __future__ import annotations

import builtins
import importlib
import sys
import types
from typing import Any

SHORT_NAMES = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot"}


def evaluated(source: str) -> Any:
    """Return the value of an expression.

    numpy is at hand as `np`, the standard library by its own names. Where an exercise requires them, pandas
    is `pd`, and matplotlib's pyplot is `plt`.
    """
    code = compile(source, "<code>", "eval", dont_inherit=True)
    return eval(code, code_names(code))


def code_names(code: types.CodeType) -> dict[str, Any]:
    """Return the modules that an expression names."""
    names: dict[str, Any] = {}
    queue = [code]
    for one in queue:
        queue += [constant for constant in one.co_consts if isinstance(constant, types.CodeType)]
        for name in one.co_names:
            if name in SHORT_NAMES:
                names[name] = importlib.import_module(SHORT_NAMES[name])
            elif name in sys.stdlib_module_names and name not in vars(builtins):
                names[name] = importlib.import_module(name)
    return names
