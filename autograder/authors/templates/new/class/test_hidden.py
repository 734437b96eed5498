"""The checks of new_exercise that only the grader has."""

from autograder.checks import assert_equal, points, raises


@points(1, rung="counting")
def test_each_counts_for_itself(student):
    """Each NewClass counts for itself, from its own start."""
    one, other = student.NewClass(), student.NewClass(10)
    one.add(1)
    other.add(2)

    assert_equal(one.total, 1)
    assert_equal(other.total, 12)


@points(1, rung="errors")
def test_a_negative_number_is_refused(student):
    """add raises ValueError for a negative number, and counts nothing."""
    counter = student.NewClass(5)
    with raises(ValueError):
        counter.add(-1)

    assert_equal(counter.total, 5)
