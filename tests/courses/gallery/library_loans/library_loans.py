"""Loans of a library: dates and fractions.

Fill in every part that says 'write your answer/code here'.
"""

from datetime import date, timedelta
from fractions import Fraction


# %%
def due_date(day: date, weeks: int) -> date:
    """Return when a book is due that is lent for some weeks. It is never due on a weekend, but on Monday."""
    due = day + timedelta(weeks=weeks)
    is_weekend = due.weekday() > 4
    return due + timedelta(days=7 - due.weekday()) if is_weekend else due


# %%
def shares(parts: list[int]) -> list[Fraction]:
    """Return the share of each part in the whole, exactly."""
    return [Fraction(part, sum(parts)) for part in parts]
