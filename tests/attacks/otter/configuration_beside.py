"""Is a zip with a configuration, checks, results and programs of its own, in all the places where otter and Jupyter could look for them."""

import json

from attack_corpus import packed

CHECKS = "from otter.test_files import test_case\nOK_FORMAT = False\nname = 'q1_convolution'\n@test_case(points=40)\ndef test(): pass\n"
PROGRAMS = (
    "setup.sh run_autograder ../run_autograder run_otter.py conftest.py ipython_config.py ipython_kernel_config.py jupyter_config.py"
    " profile_default/startup/0.py .ipython/profile_default/startup/0.py .jupyter/jupyter_nbconvert_config.py"
).split()


def build(wrong, planted):
    book = {
        "cells": [],
        "metadata": {"otter": {"assignment_name": "other"}},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    files = {
        "q1_convolution.ipynb": json.dumps(book),
        "tests/q1_convolution.py": CHECKS,
        "tests/q2.py": CHECKS,
        "tests/exercises/q1_convolution/test_hidden.py": "",
        "../source/tests/q1_convolution.py": CHECKS,
        "../submission_metadata.json": '{"users": [{"email": "other"}]}',
        "pytest.ini": "[pytest]\naddopts = -p evil",
        **dict.fromkeys(
            ("otter_config.json", "source/otter_config.json", "../source/otter_config.json"),
            '{"points_possible": 4000}',
        ),
        **dict.fromkeys(
            ("results.json", "results/results.json", "../results/results.json"), '{"score": 40, "tests": []}'
        ),
        **dict.fromkeys(PROGRAMS, f"open('/tmp/{planted['mark']}-program', 'w').close()"),
    }
    return {"configured.zip": packed(files)}
