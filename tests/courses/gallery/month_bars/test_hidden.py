"""The checks of month_bars that only the grader has."""

from autograder.checks import assert_equal, figure, points


@points(1, rung="title")
def test_the_title_has_the_sum(student):
    """The title of plot_rain has the sum of this year's rain, and not that of an earlier figure."""
    figure(student.plot_rain({"May": 1}))
    assert_equal(figure(student.plot_rain({"Mar": 20, "Apr": 3}))["axes"][0]["title"], "Rain in all: 23")
