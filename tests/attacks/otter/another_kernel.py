"""Is a zip of a notebook whose metadata ask for another kernel, and of that kernel: a command."""

import json

from attack_corpus import packed


def build(wrong, planted):
    kernel = json.dumps(
        {"argv": ["touch", f"/tmp/{planted['mark']}-kernel"], "display_name": "evil", "language": "python"}
    )
    cells = [{"cell_type": "code", "source": wrong, "metadata": {}, "outputs": [], "execution_count": None}]
    metadata = {
        "kernelspec": {"name": "evil", "display_name": "evil", "language": "bash"},
        "language_info": {"name": "bash"},
    }
    book = json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 4})
    places = (
        "kernel.json",
        "evil/kernel.json",
        "kernels/evil/kernel.json",
        ".local/share/jupyter/kernels/evil/kernel.json",
    )
    return {"kernel.zip": packed({"q1_convolution.ipynb": book, **dict.fromkeys(places, kernel)})}
