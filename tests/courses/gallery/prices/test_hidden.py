"""The checks of prices that only the grader has."""

from autograder.checks import assert_equal, points, raises, text_of


@points(1, rung="read")
def test_an_unknown_item(student):
    """price_of raises KeyError for an item that is not in the list, and finds others."""
    assert_equal(student.price_of("cake"), 400)
    with raises(KeyError):
        student.price_of("coffee")


@points(1, rung="write")
def test_prices_are_raised_from_the_list(student):
    """raise_prices begins with the prices of the list each time."""
    student.raise_prices(50, "a.json")
    student.raise_prices(100, "b.json")

    assert_equal(text_of("a.json"), '{\n "tea": 300,\n "cake": 450\n}')
    assert_equal(text_of("b.json"), '{\n "tea": 350,\n "cake": 500\n}')
