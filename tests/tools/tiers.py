"""Which cases of a parametrized test run every day, where all of them would take too long for that."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def everyday(quick: Collection[Any], cases: Iterable[Any]) -> list[Any]:
    """Return the cases as parameters. Those that aren't quick run end to end only."""
    return [pytest.param(case, marks=() if case in quick else pytest.mark.e2e) for case in cases]
