"""Is a notebook with code in the metadata of its cells, which otter pastes into a cell of its own, and in cells that otter ignores."""

import json


def build(wrong, planted):
    def code(name):
        return f"open('/tmp/{planted['mark']}-{name}', 'w').close()"

    tests = {"otter": {"tests": [f'x") if False else {code("metadata")} #']}}
    ignored = {"tags": ["otter_ignore"]}
    sources = [
        (wrong, {}),
        ("", tests),
        (code("ignored"), ignored),
        ("output_size = lambda n, kernel, stride=1, padding=0: 1", ignored),
    ]
    cells = [
        {"cell_type": "code", "source": source, "metadata": extra, "outputs": [], "execution_count": None}
        for source, extra in sources
    ]
    return {
        "metadata.ipynb": json.dumps(
            {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        ).encode()
    }
