"""Reads a secret file that every user may read."""


def probe():
    return open(PLANTED["readable_secret"]).read()
