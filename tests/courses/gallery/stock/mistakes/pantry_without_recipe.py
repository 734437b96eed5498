"""to_buy gives what is in the pantry and not in the recipe."""

RUNG = "shopping"
HINT = "Which of the two sets do you take away from the other?"


def to_buy(recipe, pantry):
    return pantry - set(recipe)
