"""The checks of fair_share that come with the exercise."""

from autograder.checks import assert_match, points, printed, typed


@points(1, rung="sharing")
def test_a_bill_is_shared(student):
    """Four people who share a bill of 30 pay 7.50 each."""
    with typed("30", "4"):
        assert_match(printed(student), r"(?s).*Each pays 7\.50\s*")
