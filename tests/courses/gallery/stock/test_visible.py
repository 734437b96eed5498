"""The checks of stock that come with the exercise."""

from autograder.checks import assert_equal, points


@points(1, rung="stock")
def test_deliveries_are_added_up(student):
    """stock adds up the deliveries of each product."""
    deliveries = [("egg", 6), ("milk", 1), ("egg", 12)]

    assert_equal(student.stock(deliveries), {"egg": 18, "milk": 1})


@points(1, rung="shopping")
def test_what_is_missing_is_bought(student):
    """to_buy gives the ingredients that are not in the pantry."""
    recipe = {"flour": 500, "egg": 2, "sugar": 100}

    assert_equal(student.to_buy(recipe, {"egg", "salt"}), {"flour", "sugar"})
