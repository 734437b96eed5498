"""Writes modules by its cells under the names of NumPy, of ours and of paths, and hides code in its texts."""

import json

EVIL = "import sys\nsys.modules['numpy'] = type(sys)('numpy')\nconv2d = zero_pad = lambda *_, **__: 1 / 0\n"
NAMES = (
    "numpy.py autograder/worker/server.py submission.py builtins.py ../../up.py /etc/up.py a/../b.py "
    "__init__.py " + "deep/" * 200 + "x.py"
).split()


def build(wrong, planted):
    cells = [f"%%writefile {name}\n{EVIL}" for name in NAMES]
    cells += ["%run numpy.py", f"%run {planted['exercise']}/q1_convolution.py", "x = !cat /etc/passwd", wrong]
    texts = [f"def conv2d\x1b[31m{'<b>' * 9}(x): ...\n", "def zero_pad(): ...\n" * 5_000, "```\n" * 5_000]
    made = [{"cell_type": "code", "source": source, "metadata": {}} for source in cells]
    made += [{"cell_type": "markdown", "source": text, "metadata": {}} for text in texts]
    return {"q1_convolution.ipynb": json.dumps({"cells": made, "nbformat": 4}).encode()}
