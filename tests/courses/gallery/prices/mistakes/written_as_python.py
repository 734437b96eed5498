"""raise_prices writes a Python dict instead of JSON."""

RUNG = "write"
HINT = "JSON has double quotes: which function of the module json writes it?"

import json


def raise_prices(cents, name):
    with open("prices.json") as file:
        items = json.load(file)["items"]
    with open(name, "w") as file:
        file.write(str({one["name"]: one["cents"] + cents for one in items}))
