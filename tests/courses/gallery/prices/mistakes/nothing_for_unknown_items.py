"""price_of gives 0 for an item that is not in the list."""

RUNG = "read"
HINT = "Is coffee free?"

import json


def price_of(item):
    with open("prices.json") as file:
        items = json.load(file)["items"]
    return {one["name"]: one["cents"] for one in items}.get(item, 0)
