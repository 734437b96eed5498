"""Is a notebook of twenty megabytes, most of it pictures."""

EXPECT = "larger than"


def build(wrong, planted):
    return {"large.ipynb": b'{"cells": [], "metadata": {"picture": "' + b"x" * 20_000_000 + b'"}}'}
