"""Is a notebook whose saved outputs, names and metadata hold scripts and grades."""

import json


def build(wrong, planted):
    evil = {"text/html": "<script>alert(1)</script>", "application/json": {"score": 40}}
    outputs = [
        {"output_type": "display_data", "data": evil},
        {"output_type": "error", "ename": "<b>", "traceback": ["\x1b[2J"]},
    ]
    cell = {
        "cell_type": "code",
        "source": wrong,
        "outputs": outputs,
        "metadata": {"tags": ["<script>"], "score": 40, "otter": {"points": 40}},
    }
    return {
        "outputs.ipynb": json.dumps(
            {"cells": [cell], "metadata": {"otter": {"tests": {"q1": {"points": 40}}}}}
        ).encode()
    }
