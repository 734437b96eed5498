"""The checks of loss_curve that only the grader has."""

from autograder.checks import assert_equal, figure, points


@points(1, rung="scale")
def test_the_scale_is_logarithmic(student):
    """The losses of plot_loss are on a logarithmic scale."""
    assert_equal(figure(student.plot_loss([8.0, 1.0], [9.0, 2.0]))["axes"][0]["yscale"], "log")
