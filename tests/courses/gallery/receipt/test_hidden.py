"""The checks of receipt that only the grader has."""

from autograder.checks import assert_equal, points


@points(1, rung="sums")
def test_cents_are_not_lost(student):
    """receipt gives sums with two digits after the point, and adds up small prices exactly."""
    expected = (
        "Stamp        10     0.10\n"
        "Envelope      3     1.05\n"
        "------------------------\n"
        "Total               1.15\n"
    )
    assert_equal(student.receipt([("Stamp", 10, 1), ("Envelope", 3, 35)]), expected)


@points(1, rung="lines")
def test_an_empty_receipt_has_a_total(student):
    """Without items, receipt gives the dashes and a total of zero."""
    assert_equal(student.receipt([]), "-" * 24 + "\nTotal               0.00\n")
