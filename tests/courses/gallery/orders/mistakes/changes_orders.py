"""spent writes a column into the orders."""

RUNG = "arguments"
HINT = "Is there another column in orders after the call? Work on a copy."


def spent(orders, prices):
    orders["price"] = orders["item"].map(prices.set_index("item")["price"]).fillna(0)
    total = orders["count"] * orders["price"]
    return total.groupby(orders["customer"]).sum().rename("total").reset_index()
