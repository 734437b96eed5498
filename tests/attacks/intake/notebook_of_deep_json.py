"""Is a notebook of a million brackets, one in the other."""

EXPECT = "no notebook|more than"


def build(wrong, planted):
    return {"deep.ipynb": b'{"cells": ' + b"[" * 400_000 + b"]" * 400_000 + b"}"}
