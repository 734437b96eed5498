"""Is a notebook whose cells, sources and tags are of every type but the right one."""

import json

EXPECT = "no notebook"


def build(wrong, planted):
    cells = [
        {"cell_type": "code", "source": [{"a": 1}, 2, None], "metadata": [1]},
        None,
        3,
        "cell",
        {"cell_type": ["code"]},
    ]
    return {"types.ipynb": json.dumps({"cells": cells}).encode()}
