"""Is a notebook of two thousand cells that all fail, each with a long message."""

import json


def build(wrong, planted):
    cells = [
        {"cell_type": "code", "source": source}
        for source in [wrong, *["raise ValueError('PROBE' * 10**6)"] * 1900]
    ]
    return {"failing.ipynb": json.dumps({"cells": cells}).encode()}
