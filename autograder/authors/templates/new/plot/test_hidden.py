"""The checks of new_exercise that only the grader has."""

from autograder.checks import assert_close, figure, points


@points(1, rung="epochs")
def test_the_first_epoch_is_1(student):
    """The epochs of new_function begin at 1."""
    assert_close(figure(student.new_function([4.0, 1.0, 0.5]))["axes"][0]["lines"][0]["x"], [1, 2, 3])
