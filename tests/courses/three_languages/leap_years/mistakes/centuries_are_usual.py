"""is_leap treats years that are divisible by 100 as all others."""

RUNG = "years"
HINT = "What is is_leap(1900)?"


def is_leap(year):
    return year % 4 == 0
