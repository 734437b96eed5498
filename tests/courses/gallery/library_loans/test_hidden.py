"""The checks of library_loans that only the grader has."""

from datetime import date
from fractions import Fraction

from autograder.checks import assert_equal, points


@points(1, rung="dates")
def test_no_book_is_due_on_a_weekend(student):
    """due_date goes on to Monday from a Saturday and from a Sunday."""
    assert_equal(student.due_date(date(2024, 6, 1), 1), date(2024, 6, 10))
    assert_equal(student.due_date(date(2024, 6, 2), 1), date(2024, 6, 10))


@points(1, rung="shares")
def test_shares_add_up_to_one(student):
    """shares divides by the whole, which may be of any size."""
    assert_equal(student.shares([25, 75]), [Fraction(1, 4), Fraction(3, 4)])
