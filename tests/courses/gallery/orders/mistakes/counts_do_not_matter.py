"""spent adds up prices, whatever the counts are."""

RUNG = "joining"
ALSO = ()
HINT = "What do two cups of tea cost?"


def spent(orders, prices):
    joined = orders.merge(prices, on="item", how="left").fillna({"price": 0})
    joined["total"] = joined["price"]
    return joined.groupby("customer", as_index=False)["total"].sum()
