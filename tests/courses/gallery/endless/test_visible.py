"""The checks of endless that come with the exercise."""

from autograder.checks import assert_equal, builtin, points, take


@points(1, rung="numbers")
def test_the_first_numbers(student):
    """triangular begins with 1, 3, 6."""
    assert_equal(take(student.triangular(), 3), [1, 3, 6])


@points(1, rung="every second")
def test_the_first_item_is_one_of_them(student):
    """every_second yields the first item, the third and so on."""
    assert_equal(builtin.list(student.every_second([5, 6, 7, 8])), [5, 7])
