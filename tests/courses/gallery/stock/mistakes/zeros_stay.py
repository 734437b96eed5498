"""stock lists products of which nothing is left."""

RUNG = "stock"
HINT = "What does stock([('egg', 1), ('egg', -1)]) give?"


def stock(deliveries):
    found = {}
    for product, count in deliveries:
        found[product] = found.get(product, 0) + count
    return found
