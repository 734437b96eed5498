"""Which cases of a parametrized test run in which tier, where all of them would take too long."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def everyday(quick: Collection[Any], cases: Iterable[Any]) -> list[Any]:
    """Return the cases as parameters. Those that aren't quick run end to end only."""
    return [pytest.param(case, marks=() if case in quick else pytest.mark.e2e) for case in cases]


def end_to_end(few: Collection[Any], cases: Iterable[Any]) -> list[Any]:
    """Return the cases of an end-to-end test as parameters. All but the few run at night only."""
    tiers = (pytest.mark.nightly, pytest.mark.e2e)
    return [pytest.param(case, marks=tiers[case in few]) for case in cases]
