"""The checks of pipeline that only the grader has."""

from autograder.checks import assert_equal, code, points


@points(1, rung="pipeline")
def test_without_steps_nothing_happens(student):
    """A pipeline without steps gives back what it gets."""
    assert_equal(student.pipeline()("as it is"), "as it is")


@points(1, rung="pipeline")
def test_a_pipeline_can_be_used_again(student):
    """A pipeline does the same each time, and can be a step of another one."""
    double = student.pipeline(code("lambda x: x + x"))
    assert_equal(double(1), 2)
    assert_equal(double("ab"), "abab")
    assert_equal(student.pipeline(double, double, code("len"))([1]), 4)
