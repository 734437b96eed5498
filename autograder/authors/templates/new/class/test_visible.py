"""The checks of new_exercise that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="counting")
def test_what_is_added_is_counted(student):
    """A NewClass begins at zero and counts what is added."""
    counter = student.NewClass()
    counter.add(3)
    counter.add(4)

    assert_equal(counter.total, 7)
