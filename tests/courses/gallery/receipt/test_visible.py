"""The checks of receipt that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="lines")
def test_a_receipt_has_a_line_for_each_item(student):
    """receipt gives a line for each item, a line of dashes and the total."""
    expected = (
        "Tea           2     2.40\n"
        "Cake          1     3.50\n"
        "------------------------\n"
        "Total               5.90\n"
    )
    assert_equal(student.receipt([("Tea", 2, 120), ("Cake", 1, 350)]), expected)
