"""The checks of endless that only the grader has."""

from autograder.checks import assert_equal, code, points, take


@points(1, rung="numbers")
def test_there_is_no_end(student):
    """triangular goes on after a hundred numbers."""
    numbers = student.triangular()
    take(numbers, 100)

    assert_equal(take(numbers, 2), [5151, 5253])


@points(1, rung="every second")
def test_no_item_is_taken_before_it_is_needed(student):
    """every_second asks for an item only when it needs it."""
    items = code("iter(range(10, 20))")

    assert_equal(take(student.every_second(items), 2), [10, 12])
    assert_equal(take(items, 1), [13])
