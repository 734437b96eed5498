"""Is a notebook of a hundred thousand cells."""

import json

EXPECT = "more than"


def build(wrong, planted):
    cell = {"cell_type": "code", "source": "1/0"}
    return {"cells.ipynb": json.dumps({"cells": [cell] * 100_000}).encode()}
