"""The checks of fair_share that only the grader has."""

from autograder.checks import assert_match, points, printed, typed


@points(1, rung="sharing")
def test_a_bill_may_have_cents(student):
    """The sum of a bill may be no whole number."""
    with typed("25.50", "3"):
        assert_match(printed(student), r"(?s).*Each pays 8\.50\s*")
