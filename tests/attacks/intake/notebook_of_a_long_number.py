"""Is a notebook with numbers of fifteen million digits."""

EXPECT = "no notebook|holds no code|is not written|stops|not defined"


def build(wrong, planted):
    return {
        "number.ipynb": b'{"cells": [], "nbformat": 0.'
        + b"3" * 8_000_000
        + b', "more": 1e'
        + b"9" * 7_000_000
        + b"}"
    }
