"""is_leap takes every even year for a leap year."""

RUNG = "years"
HINT = "Which is the next year with 366 days?"


def is_leap(year):
    return year % 2 == 0 and (year % 100 != 0 or year % 400 == 0)
