"""to_buy removes ingredients from the recipe itself."""

RUNG = "shopping"
HINT = "Print the recipe before and after the call."


def to_buy(recipe, pantry):
    for product in pantry:
        recipe.pop(product, None)
    return set(recipe)
