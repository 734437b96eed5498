"""raise_prices raises the prices that it raised before."""

RUNG = "write"
HINT = "Raise the prices twice. With which prices do you begin?"

import json

with open("prices.json") as file:
    PRICES = {one["name"]: one["cents"] for one in json.load(file)["items"]}


def raise_prices(cents, name):
    for item in PRICES:
        PRICES[item] += cents
    with open(name, "w") as file:
        json.dump(PRICES, file, indent=1)
