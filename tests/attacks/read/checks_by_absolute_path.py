"""Reads the hidden checks by their full path."""


def probe():
    return open(PLANTED["exercise"] + "/test_hidden.py").read()
