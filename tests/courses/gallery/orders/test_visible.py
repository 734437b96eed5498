"""The checks of orders that come with the exercise."""

from autograder.checks import assert_arguments_unchanged, assert_frame, frame, points

ORDERS = frame({"customer": ["Bob", "Ann", "Bob"], "item": ["tea", "tea", "bun"], "count": [2, 1, 4]})
PRICES = frame({"item": ["tea", "bun"], "price": [1.5, 0.5]})


@points(2, rung="joining")
def test_prices_are_joined(student):
    """spent multiplies each count by its price, and adds up what a customer has spent."""
    assert_frame(student.spent(ORDERS, PRICES), {"customer": ["Ann", "Bob"], "total": [1.5, 5.0]})


@points(1, rung="arguments")
def test_arguments_stay(student):
    """spent changes neither of its arguments."""
    assert_arguments_unchanged(student.spent(ORDERS, PRICES))
