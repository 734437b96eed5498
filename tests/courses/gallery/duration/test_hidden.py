"""The checks of duration that only the grader has."""

from autograder.checks import assert_equal, builtin, points


@points(1, rung="operators")
def test_unequal_durations_are_unequal(student):
    """Durations are equal if they last equally long, and only then."""
    assert_equal(student.Duration(0, 90), student.Duration(1, 30))
    assert_equal(student.Duration(1, 30) == student.Duration(1, 31), False)
    assert_equal(student.Duration(1, 30) == student.Duration(2, 30), False)


@points(1, rung="operators")
def test_durations_can_be_sorted(student):
    """A duration is less than a longer one."""
    long, short = student.Duration(2, 0), student.Duration(1, 59)

    assert_equal(short < long, True)
    assert_equal(builtin.max([short, long, student.Duration(0, 90)]), long)


@points(1, rung="text")
def test_seconds_have_two_digits(student):
    """str shows seconds below ten with a zero in front."""
    assert_equal(builtin.str(student.Duration(61, 5)), "61:05")
