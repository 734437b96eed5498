"""price_of gives the last price of the list, whatever is asked for."""

RUNG = "read"
HINT = "What does your loop keep when it ends?"

import json


def price_of(item):
    with open("prices.json") as file:
        items = json.load(file)["items"]
    names = []
    for one in items:
        price = one["cents"]
        names.append(one["name"])
    if item not in names:
        raise KeyError(item)
    return price
