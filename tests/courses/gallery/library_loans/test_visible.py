"""The checks of library_loans that come with the exercise."""

from datetime import date
from fractions import Fraction

from autograder.checks import assert_equal, points


@points(1, rung="dates")
def test_weeks_are_added(student):
    """due_date adds weeks, over the end of a month."""
    assert_equal(student.due_date(date(2024, 2, 28), 2), date(2024, 3, 13))


@points(1, rung="shares")
def test_shares_are_fractions(student):
    """shares gives exact fractions."""
    assert_equal(student.shares([1, 2, 3]), [Fraction(1, 6), Fraction(1, 3), Fraction(1, 2)])
