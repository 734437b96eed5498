"""The checks of month_bars that come with the exercise."""

from autograder.checks import assert_close, assert_equal, figure, points


@points(1, rung="bars")
def test_each_month_has_a_bar(student):
    """plot_rain draws a bar for each month, as high as its rain."""
    axes = figure(student.plot_rain({"Jan": 50, "Feb": 30}))["axes"][0]
    assert_close(axes["bars"][0]["height"], [50, 30])


@points(1, rung="names")
def test_months_are_named(student):
    """plot_rain writes the names of the months below the bars."""
    assert_equal(figure(student.plot_rain({"Jan": 50, "Feb": 30}))["axes"][0]["xticks"], ["Jan", "Feb"])
