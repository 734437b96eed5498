"""Reads and writes whole texts."""

import json
from pathlib import Path


def _prices():
    found = json.loads(Path("prices.json").read_text())
    return {one["name"]: one["cents"] for one in found["items"]}


def price_of(item):
    return _prices()[item]


def raise_prices(cents, name):
    higher = {item: price + cents for item, price in _prices().items()}
    Path(name).write_text(json.dumps(higher, indent=1))
