"""The checks of orders that only the grader has."""

from autograder.checks import assert_frame, frame, points


@points(1, rung="no price")
def test_an_item_without_a_price_is_free(student):
    """A customer whose item has no price has spent 0."""
    orders = frame({"customer": ["Eve", "Dan"], "item": ["pie", "tea"], "count": [3, 1]})
    prices = frame({"item": ["tea"], "price": [2.0]})
    assert_frame(student.spent(orders, prices), {"customer": ["Dan", "Eve"], "total": [2.0, 0.0]})
