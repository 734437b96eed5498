"""spent leaves out the orders of items without a price."""

RUNG = "no price"
HINT = "Which rows does merge keep? Look at its argument how."


def spent(orders, prices):
    joined = orders.merge(prices, on="item")
    joined["total"] = joined["count"] * joined["price"]
    return joined.groupby("customer", as_index=False)["total"].sum()
