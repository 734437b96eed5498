"""The checks of loss_curve that come with the exercise."""

from autograder.checks import assert_close, assert_equal, figure, points


@points(1, rung="lines")
def test_the_losses_are_lines(student):
    """plot_loss draws both losses as lines."""
    axes = figure(student.plot_loss([4.0, 2.0, 1.0], [5.0, 3.0, 2.5]))["axes"][0]
    assert_close(axes["lines"][0]["y"], [4.0, 2.0, 1.0])
    assert_close(axes["lines"][1]["y"], [5.0, 3.0, 2.5])


@points(1, rung="epochs")
def test_epochs_begin_at_one(student):
    """The first epoch of plot_loss is 1."""
    assert_close(figure(student.plot_loss([4.0, 2.0], [5.0, 3.0]))["axes"][0]["lines"][0]["x"], [1, 2])


@points(1, rung="words")
def test_axes_and_lines_have_names(student):
    """plot_loss says what the axes and the lines are."""
    axes = figure(student.plot_loss([4.0, 2.0], [5.0, 3.0]))["axes"][0]
    assert_equal(axes["xlabel"], "epoch")
    assert_equal(axes["ylabel"], "loss")
    assert_equal(axes["legend"], ["train", "test"])
