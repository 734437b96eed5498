"""Searches the environment for a secret."""


def probe():
    return canary("\0".join(os.environ.values()).encode())
