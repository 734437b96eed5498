"""Joining and grouping tables with pandas.

Fill in every part that says 'write your answer/code here'.
"""

# %%
import pandas as pd


# %%
def spent(orders, prices):
    """Return what each customer has spent: a table with the columns customer and total, sorted by customer.

    `orders` has the columns customer, item and count, `prices` has item and price. An item without a price is
    free.
    """
    joined = pd.merge(orders, prices, on="item", how="left").fillna({"price": 0})
    joined["total"] = joined["count"] * joined["price"]
    return joined.groupby("customer", as_index=False)["total"].sum()
