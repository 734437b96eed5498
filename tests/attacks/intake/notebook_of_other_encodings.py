"""Is a notebook in UTF-16, whose texts hold halves of characters."""

import json


def build(wrong, planted):
    cells = [{"cell_type": "code", "source": ["\ud800 = 1\n", "x = '\udcff\\ud800'\n", wrong]}]
    return {"halves.ipynb": json.dumps({"cells": cells}).encode("utf-16")}
