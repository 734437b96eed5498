"""The checks of pipeline that come with the exercise."""

from autograder.checks import assert_equal, code, points


@points(1, rung="pipeline")
def test_the_first_step_comes_first(student):
    """The function applies the first step first."""
    run = student.pipeline(code("lambda x: x + 1"), code("lambda x: 10 * x"))

    assert_equal(run(2), 30)
