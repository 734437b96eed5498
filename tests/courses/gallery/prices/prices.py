"""A price list in JSON, which is read and written.

Fill in every part that says 'write your answer/code here'.
"""

# %% tags=["given"]
import json


# %%
def price_of(item: str) -> int:
    """Return the price of an item in `prices.json`, in cents. Raises KeyError for an unknown item."""
    with open("prices.json") as file:
        items = json.load(file)["items"]
    return {one["name"]: one["cents"] for one in items}[item]


# %%
def raise_prices(cents: int, name: str) -> None:
    """Write the prices of `prices.json`, each more by some cents, as JSON into the file `name`.

    It is one object, from names to prices, indented by one space.
    """
    with open("prices.json") as file:
        items = json.load(file)["items"]
    with open(name, "w") as file:
        json.dump({one["name"]: one["cents"] + cents for one in items}, file, indent=1)
