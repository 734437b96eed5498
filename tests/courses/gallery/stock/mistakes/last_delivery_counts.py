"""stock keeps only the last delivery of each product."""

RUNG = "stock"
HINT = "What does stock([('egg', 1), ('egg', 1)]) give?"


def stock(deliveries):
    return {product: count for product, count in dict(deliveries).items() if count > 0}
