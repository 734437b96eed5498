"""Is a zip of a notebook and modules that otter's kernel, or its parent, could import in the place of its own."""

import json

from attack_corpus import packed

NAMES = (
    "numpy.py otter.py otter/__init__.py dill.py ipykernel_launcher.py pandas.py json.py __init__.py sitecustomize.py usercustomize.py"
    " autograder/__init__.py autograder/otter/__init__.py autograder/otter/plugin.py autograder.py otter_plugin.py conftest.py nbconvert.py zmq.py"
).split()


def build(wrong, planted):
    mark = f"open('/tmp/{planted['mark']}-module-' + __name__, 'w').close()\n".encode()
    cells = [{"cell_type": "code", "source": wrong, "metadata": {}, "outputs": [], "execution_count": None}]
    book = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}).encode()
    return {"modules.zip": packed({"q1_convolution.ipynb": book, **dict.fromkeys(NAMES, mark)})}
