"""Leap years: an exercise in three languages.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def is_leap(year: int) -> bool:
    """Return whether a year of the Gregorian calendar has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
