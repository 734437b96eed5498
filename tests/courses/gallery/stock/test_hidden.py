"""The checks of stock that only the grader has."""

from autograder.checks import assert_arguments_unchanged, assert_equal, points


@points(1, rung="stock")
def test_what_is_used_up_is_not_listed(student):
    """stock lists no product of which nothing is left."""
    deliveries = [("egg", 6), ("milk", 1), ("egg", -6)]

    assert_equal(student.stock(deliveries), {"milk": 1})


@points(1, rung="shopping")
def test_the_recipe_stays_as_it_is(student):
    """to_buy changes neither recipe nor pantry."""
    bought = student.to_buy({"flour": 500, "egg": 2}, {"egg"})

    assert_equal(bought, {"flour"})
    assert_arguments_unchanged(bought)
