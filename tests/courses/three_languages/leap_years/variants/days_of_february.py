"""Asks Python's calendar for the days of February."""

import calendar


def is_leap(year):
    return calendar.monthrange(year, 2)[1] == 29
