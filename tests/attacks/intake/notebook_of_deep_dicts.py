"""Is a notebook whose metadata is a dict in a dict, a hundred thousand times."""

EXPECT = "no notebook"


def build(wrong, planted):
    return {"deep.ipynb": b'{"cells": [], "metadata": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}"}
