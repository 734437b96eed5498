"""Regular expressions of an author on texts of a student's making, in a bounded time.

Some patterns take exponentially long on a text that is chosen for it. A text that takes so long is no match.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.checks.time_limit import TooSlow, cpu_limit

MATCH_SECONDS = 0.5


def found_in_time(search: Callable[[str], Any], text: str) -> bool:
    """Return whether `search`, a method of a compiled pattern, finds something in a text.

    After half a CPU second it has found nothing: `re` looks for signals every few thousand steps.
    """
    try:
        with cpu_limit(MATCH_SECONDS):
            return bool(search(text))
    except TooSlow:
        return False
