"""Is a notebook with an integer of fifteen million digits."""

EXPECT = "no notebook"


def build(wrong, planted):
    return {"integer.ipynb": b'{"cells": [], "nbformat": ' + b"9" * 15_000_000 + b"}"}
