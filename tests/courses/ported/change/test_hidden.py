"""The checks of change that only the grader has."""

from autograder.checks import assert_equal, points, raises


@points(1, rung="coins")
def test_no_coin_is_listed_without_need(student):
    """coins lists no kind of coin that is not used."""
    assert_equal(student.coins(30), {25: 1, 5: 1})
    assert_equal(student.coins(0), {})


@points(1, rung="errors")
def test_a_debt_is_refused(student):
    """coins raises ValueError for a negative amount."""
    with raises(ValueError):
        student.coins(-5)
