"""The checks of prices that come with the exercise."""

from autograder.checks import assert_equal, points, text_of


@points(1, rung="read")
def test_a_price_is_found(student):
    """price_of finds the price of an item."""
    assert_equal(student.price_of("tea"), 250)


@points(1, rung="write")
def test_higher_prices_are_written(student):
    """raise_prices writes each price with 5 cents more."""
    student.raise_prices(5, "new.json")

    assert_equal(text_of("new.json"), '{\n "tea": 255,\n "cake": 405\n}')
