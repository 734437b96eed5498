"""Is a notebook of five million empty dicts, each of which takes thirty times its room."""

EXPECT = "more than"


def build(wrong, planted):
    return {"many.ipynb": b'{"cells": [' + b"{}," * 5_000_000 + b"{}]}"}
