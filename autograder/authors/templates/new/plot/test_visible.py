"""The checks of new_exercise that come with the exercise."""

from autograder.checks import assert_close, assert_equal, figure, points


@points(1, rung="line")
def test_the_losses_are_a_line(student):
    """new_function draws the losses as a line."""
    assert_close(figure(student.new_function([3.0, 2.0, 1.5]))["axes"][0]["lines"][0]["y"], [3.0, 2.0, 1.5])


@points(1, rung="names")
def test_the_axes_have_names(student):
    """new_function calls the axes "epoch" and "loss"."""
    axes = figure(student.new_function([3.0, 2.0]))["axes"][0]
    assert_equal(axes["xlabel"], "epoch")
    assert_equal(axes["ylabel"], "loss")
