"""A kitchen's stock: dicts and sets.

Fill in every part that says 'write your answer/code here'.
"""


# %%
def stock(deliveries: list[tuple[str, int]]) -> dict[str, int]:
    """Return how much there is of each product. What is used is negative; a product of which nothing is left
    is not listed."""
    found: dict[str, int] = {}
    for product, count in deliveries:
        found[product] = found.get(product, 0) + count
    return {product: count for product, count in found.items() if count}


# %%
def to_buy(recipe: dict[str, int], pantry: set[str]) -> set[str]:
    """Return the ingredients of `recipe` that are not in `pantry`."""
    return set(recipe) - pantry
