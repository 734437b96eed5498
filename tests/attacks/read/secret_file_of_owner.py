"""Reads a secret file that only its owner may read."""


def probe():
    return open(PLANTED["secret"]).read()
