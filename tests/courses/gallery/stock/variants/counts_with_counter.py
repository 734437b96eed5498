"""Uses a Counter, which is a dict, and a comprehension."""

from collections import Counter


def stock(deliveries):
    found = Counter()
    for product, count in deliveries:
        found[product] += count
    for product in list(found):
        if found[product] == 0:
            del found[product]
    return found


def to_buy(recipe, pantry):
    return frozenset(product for product in recipe if product not in pantry)
